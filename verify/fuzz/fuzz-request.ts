/** Who asks: by API key, by the demo session, with a key of nobody, or with nothing. */
export type Caller = 'salon' | 'practice' | 'salon-session' | 'wrong-key' | 'nobody'

/** One request as it will be sent, apart from its placeholders, its key and its signature. */
export type FuzzRequest = {
  /** What is tried, for counting and for finding it again: `POST /api/v1/holds`, `tool find_slots`. */
  readonly subject: string
  /** What is wrong with it on purpose. */
  readonly trick: string
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly caller: Caller
  /** Sent with a valid signature of the voice provider instead of a key. */
  readonly signed: boolean
  /** The statuses it may be answered with. */
  readonly statuses: ReadonlySet<number>
}
