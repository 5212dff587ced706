import type { Bound, Found, Item } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import { emptyOption, type OptionDraft } from '../reading.ts'

/**
 * A phrase in the middle of being put together. Items are read once from left to right; `current` is the option
 * in progress. Bounds ("ab", "bis") wait for the item that touches them and are dropped when none does.
 */
export interface Draft {
  readonly lexemes: readonly Lexeme[]
  readonly found: readonly Found[]
  readonly options: OptionDraft[]
  readonly except: OptionDraft[]
  current: OptionDraft
  /** The options joined by "und", "oder" up to the current one. */
  chain: readonly OptionDraft[]
  waiting: WaitingBound | null
  /** After "zwischen" the first limit is read, after its "und" the second. */
  between: 'closed' | 'first' | 'second'
  join: 'or' | 'and' | null
  /** After "lieber", "nein": the next day or time takes the place of the one before. */
  replace: boolean
  /** The day was replaced and the time kept: a time that follows takes its place. */
  timeKept: boolean
  negateNext: boolean
  /** The last thing said was an exception: "außer montags und …". */
  exceptOpen: boolean
  /** "weder Montag noch Dienstag". */
  neither: boolean
  instead: boolean
  last: Found | null
  /** The lexemes used so far: `[first, next)`. */
  first: number | null
  next: number
}

interface WaitingBound {
  readonly bound: Bound
  readonly first: number
  readonly next: number
  readonly dash: boolean
}

export function newDraft(lexemes: readonly Lexeme[], found: readonly Found[]): Draft {
  const current = emptyOption()
  return {
    lexemes,
    found,
    options: [current],
    except: [],
    current,
    chain: [current],
    waiting: null,
    between: 'closed',
    join: null,
    replace: false,
    timeKept: false,
    negateNext: false,
    exceptOpen: false,
    neither: false,
    instead: false,
    last: null,
    first: null,
    next: 0,
  }
}

export function startOption(draft: Draft, option: OptionDraft): OptionDraft {
  draft.options.push(option)
  draft.chain = draft.join === null ? [option] : [...draft.chain, option]
  draft.current = option
  return option
}

export function markUsed(
  draft: Draft,
  { first, next }: { readonly first: number; readonly next: number },
): void {
  draft.first = Math.min(draft.first ?? first, first)
  draft.next = Math.max(draft.next, next)
}

/** The item after this one, when nothing and no pause stands between them. */
export function touchingItem({ found, lexemes }: Draft, at: number): Item | null {
  const next = found[at]?.next
  const following = found[at + 1]
  if (next === undefined || following?.first !== next || lexemes[next]?.pause === true) return null
  return following.item
}
