/** A fact from outside as it came in, before it is stored. */
export type ReceivedEvent = {
  readonly source: string
  readonly eventKey: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly requestId: string
  /** Processed by then at the latest; another event may take it along before. */
  readonly processAfter?: Temporal.DurationLike
}
