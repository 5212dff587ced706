import type { Failure } from '../provider-failure.ts'

/** What a provider is told when the owner of an account is sent there. */
export type ConsentStart = {
  readonly redirectUri: string
  readonly state: string
  /** Of RFC 7636: whoever ends the consent must know what this was made from. */
  readonly challenge: string
}

/** What comes back, and what proves that it was us who asked. */
export type ConsentEnd = {
  readonly code: string
  readonly verifier: string
  readonly redirectUri: string
  readonly tenantId: string
  readonly connectionId: string
}

/** A provider whose accounts are opened by consent. `url`: null where this installation is not known there. */
export type ConsentProvider = {
  url(start: ConsentStart): string | null
  end(end: ConsentEnd): Promise<{ readonly kind: 'done'; readonly value: unknown } | Failure>
}
