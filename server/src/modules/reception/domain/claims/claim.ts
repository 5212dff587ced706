/**
 * What an agent may claim to have done. Everything else it says is talk: only these five make a caller rely on
 * something that must be there.
 */
export const CLAIM_KINDS = ['booked', 'moved', 'cancelled', 'waitlisted', 'callback'] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** Those whose time is held against what is entered. */
export const TIMED: ReadonlySet<ClaimKind> = new Set(['booked', 'moved'])

/** One claim, with the sentence that makes it. */
export type Claim = { readonly kind: ClaimKind; readonly sentence: string }

/** How a language claims. Everything is tried on a clause in lower case. */
export type ClaimWords = {
  /** What looks like a denial or a wish and is none; taken out first. */
  readonly harmless: RegExp
  /** A clause that has one of these claims nothing: denied, wished, offered, announced, or somebody else's. */
  readonly voids: RegExp
  /** Begins a condition: it and what hangs on it is not so yet. */
  readonly condition: RegExp
  /** Offers a promise, on a condition that the caller fulfils: anywhere in the sentence. */
  readonly ifYouLike: RegExp
  /** Takes back a promise in its own clause. */
  readonly denied: RegExp
  /** A condition that takes back the whole sentence, wherever it stands in it. */
  readonly proviso: RegExp
  /** That a place may become free: takes back nothing of who waits for it. */
  readonly contingency: RegExp
  /** A clause that states something by itself, behind a condition or before a question. */
  readonly statement: RegExp
  readonly patterns: readonly ClaimPattern[]
}

export type ClaimPattern = {
  readonly kind: ClaimKind
  readonly pattern: RegExp
  /** Must be in the same sentence too. */
  readonly needs?: RegExp
  /** Must be in the same utterance too. */
  readonly needsNearby?: RegExp
  /**
   * `promise` is about the future: announcing voids it not, nor waiting for anything but the caller. `gone` claims by
   * denying: something is there no more.
   */
  readonly when?: 'promise' | 'gone'
  /**
   * No claim of its own beside another: `state` says how things stand after a change, `done` only that all is done.
   */
  readonly weak?: 'state' | 'done'
}
