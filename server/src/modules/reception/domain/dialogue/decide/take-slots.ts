import { type CaptureEvent, capture, type Detail } from '../capture/capture-detail.ts'
import { refine } from '../understand/find-time.ts'
import { fold } from '../understand/hear.ts'
import { says } from '../understand/phrase-pattern.ts'
import type {
  HeardName,
  HeardRhythm,
  HeardService,
  TimePhrase,
  Understanding,
} from '../understand/understanding.ts'
import { allLexicons } from '../words/lexicons.ts'
import type { DialogueState, Wish } from './dialogue-state.ts'

/** Keeps the caller's details whenever they are said. */
export function takeDetails(state: DialogueState, heard: Understanding): DialogueState {
  const { caller } = state
  const source = heard.by === 'keypad' ? 'keypad' : 'spoken'
  const confidence = heard.by === 'keypad' ? 'certain' : 'likely'
  const said = (value: string): CaptureEvent => ({ kind: 'said', value, source, confidence })
  return {
    ...state,
    caller: {
      name: takeName(caller.name, heard),
      email: heard.email === null ? caller.email : capture(caller.email, said(heard.email)),
      phone: heard.phone === null ? caller.phone : capture(caller.phone, said(heard.phone)),
    },
  }
}

/** Takes service, time and person into the wish; whatever changes drops the offer made for the old one. */
export function takeWish(wish: Wish, heard: Understanding): Wish {
  const withService = heard.service === null ? wish : takeService(wish, heard.service)
  const wanted = takeRhythm(takeStaff(withService, heard.staff), heard.rhythm)
  if (heard.time === null) return wanted
  const narrows = heard.correcting || wish.whenCandidates.length > 0 || wish.series !== null
  const before = heard.hour === 'any' ? null : wish.when
  const when = refine(before, heard.time, narrows ? 'correcting' : 'anew')
  return keepRhythm({ ...withoutOffer(wanted), when, whenCandidates: [] }, before)
}

/** "Jeden Freitag", and then "ab diesem Freitag": how often was said by the day that another replaces. */
function keepRhythm(wish: Wish, before: TimePhrase | null): Wish {
  const { series, when } = wish
  if (series === null || series.every !== null || before === null) return wish
  const { series: words } =
    allLexicons.find(lexicon => says(lexicon.series.eachDay, fold(before.phrase))) ?? {}
  if (words === undefined || says(words.eachDay, fold(when?.phrase ?? ''))) return wish
  return { ...wish, series: { ...series, every: words.weekly } }
}

/** Whose name nobody could tell comes under the caller's. */
export function withCompanion(state: DialogueState, name: string): DialogueState {
  const { group } = state.wish
  const at = group.findIndex(part => part.who === 'other' && part.name === null)
  if (at === -1) return state
  const named = group.map((part, index) => (index === at ? { ...part, name } : part))
  return { ...state, wish: { ...state.wish, group: named } }
}

/** The booking goes on without what the service asked for. */
export function withoutNote(state: DialogueState): DialogueState {
  return { ...state, wish: { ...state.wish, note: { kind: 'declined' } } }
}

export function withoutOffer(wish: Wish): Wish {
  const series = wish.series && { ...wish.series, dates: null }
  return { ...wish, series, offer: null, chosen: null }
}

/** What was said of a rhythm before still holds where only half of it is said anew. */
function takeRhythm(wish: Wish, rhythm: Understanding['rhythm']): Wish {
  // A visit of several is one visit, however often they come.
  if (rhythm === null || wish.group.length > 0 || repeatsRhythm(wish, rhythm)) return wish
  const { series } = wish
  const every = rhythm.every ?? series?.every ?? null
  return withoutOffer({
    ...wish,
    series: { every, times: rhythm.times ?? series?.times ?? null, dates: null },
  })
}

export function repeatsRhythm({ series }: Wish, { every, times }: HeardRhythm): boolean {
  if (series === null) return false
  return (every === null || every === series.every) && (times === null || times === series.times)
}

function takeName(known: Detail, { name, correcting }: Understanding): Detail {
  if (name?.kind !== 'heard') return known
  const completes = known.kind === 'given' && name.value.startsWith(`${known.value} `)
  const mayReplace = known.kind !== 'given' || name.source !== 'left_over' || correcting || completes
  return mayReplace ? capture(known, saidName(name)) : known
}

/** A name in the caller's own words is clear; letters that fit nothing that was said may belong to either. */
function saidName({ value, source }: HeardName & { kind: 'heard' }): CaptureEvent {
  const spelled = source === 'spelled' || source === 'spelled_anew'
  const confidence = source === 'spelled_anew' ? 'likely' : 'certain'
  return { kind: 'said', value, source: spelled ? 'spelled' : 'spoken', confidence }
}

function takeService(wish: Wish, { candidates, certain }: HeardService): Wish {
  const [only, ...others] = candidates
  if (wish.service !== null && candidates.includes(wish.service)) return wish
  const known = only !== undefined && others.length === 0 && certain
  return { ...withoutOffer(wish), service: known ? only : null, serviceCandidates: known ? [] : candidates }
}

function takeStaff(wish: Wish, staff: Understanding['staff']): Wish {
  if (staff === null) return wish
  const named = staff.kind === 'named' ? staff.name : null
  return named === wish.staff ? wish : { ...withoutOffer(wish), staff: named }
}
