import { givenValue } from '../capture/capture-detail.ts'
import type { ActFacts } from '../say/phrases.ts'
import { phrasebookOf, say } from '../say/say.ts'
import type { ToolArgs } from '../tools.ts'
import type { Chosen, Companion, DialogueState, Part, SeriesWish, Wish } from './dialogue-state.ts'
import { readBack } from './read-back.ts'
import { withoutOffer } from './take-slots.ts'
import { ask, askAfter, callTool, sayGoodbye, type Turn } from './turn.ts'
import { askPending } from './yes-and-question.ts'

/** The next thing a task lacks: a question to the caller or a question to a tool. */
export function continueTask(state: DialogueState): Turn {
  switch (state.task) {
    case 'booking':
    case 'moving':
      return continueBooking(state)
    case 'waiting':
      return continueWaiting(state)
    case 'callback':
      return continueCallback(state)
    case 'none':
      return askIntent(state, 'again')
  }
}

export function askIntent(state: DialogueState, why: 'again' | 'correction'): Turn {
  const waitsFor = why === 'correction' ? 'correction' : 'intent'
  return ask(state, waitsFor, [{ act: 'ask_intent', text: say('ask_intent', { why }, state.lang) }])
}

/** Closes a task and goes on with the wish that waited for it. Who has already said goodbye is not asked for more. */
export function askAnythingElse(state: DialogueState): Turn {
  const question = askPending({ ...state, task: 'none' })
  if (question) return question
  if (state.leaving === 'yes') return sayGoodbye(state, 'done')
  if (state.pendingWish) return startPendingWish(state, state.pendingWish)
  return ask({ ...state, task: 'none' }, 'anything_else', [
    { act: 'ask_anything_else', text: say('ask_anything_else', {}, state.lang) },
  ])
}

function startPendingWish(
  state: DialogueState,
  { wish, name }: NonNullable<DialogueState['pendingWish']>,
): Turn {
  const caller = { ...state.caller, name }
  return continueBooking({ ...state, task: 'booking', wish, pendingWish: null, caller })
}

/** `said` is kept for the people who call back; `told` is what a tool said just before. */
export function offerCallback(
  state: DialogueState,
  { why, said, told }: { why: ActFacts['offer_callback']['why']; said: string; told?: Part },
): Turn {
  return askAfter({ ...state, callback: { reason: said, when: null, noted: 'no' } }, 'callback', {
    told,
    question: { act: 'offer_callback', text: say('offer_callback', { why }, state.lang) },
  })
}

export function askDay(state: DialogueState, why: ActFacts['ask_day']['why'], told?: Part): Turn {
  const wish = { ...withoutOffer(state.wish), when: null, whenCandidates: [] }
  const question: Part = { act: 'ask_day', text: say('ask_day', { why }, state.lang) }
  return askAfter({ ...state, wish }, 'day', { told, question })
}

export function askService(state: DialogueState, told?: Part): Turn {
  const wish = { ...withoutOffer(state.wish), service: null, serviceCandidates: [] }
  const question: Part = { act: 'ask_service', text: say('ask_service', {}, state.lang) }
  return askAfter({ ...state, wish }, 'service', { told, question })
}

export function askName(state: DialogueState, why: 'first' | 'callback' | 'refused' | 'needed'): Turn {
  if (why !== 'callback' && state.wish.attendee === 'other')
    return ask(state, 'name', [
      { act: 'ask_attendee', text: say('ask_attendee', { who: 'instead' }, state.lang) },
    ])
  return ask(state, 'name', [{ act: 'ask_name', text: say('ask_name', { why }, state.lang) }])
}

export function askPhone(state: DialogueState, why: 'booking' | 'callback' | 'number'): Turn {
  return ask(state, 'phone', [{ act: 'ask_phone', text: say('ask_phone', { why }, state.lang) }])
}

export function askNote(state: DialogueState, note: string): Turn {
  return ask(state, 'note', [{ act: 'ask_note', text: say('ask_note', { note }, state.lang) }])
}

export function askEmail(state: DialogueState, why: 'wanted' | 'address'): Turn {
  return ask(state, 'email', [{ act: 'ask_email', text: say('ask_email', { why }, state.lang) }])
}

type BesideSlot = Pick<ToolArgs['find_slots'], 'after_slot' | 'before_slot'>

/** Looks for slots as wished, or for those after or before a slot that was already offered. */
export function findSlots(state: DialogueState, beside: BesideSlot = {}): Turn {
  const { service, when, staff, group } = state.wish
  if (state.wish.series !== null && state.task === 'booking') return continueBooking(state)
  if (group.length > 0 && when !== null)
    return callTool(withTried(state, when.phrase), 'book_group', {
      services: group.flatMap(part => part.service ?? []),
      when: when.phrase,
      ...(staff === null ? {} : { staff }),
    })
  if (service === null || when === null) return continueBooking(state)
  return callTool(withTried(state, when.phrase), 'find_slots', {
    service,
    when: when.phrase,
    ...(staff === null ? {} : { staff }),
    ...(state.task === 'moving' && state.change?.target ? { instead_of: state.change.target.reference } : {}),
    ...beside,
  })
}

const mostTried = 5

function withTried(state: DialogueState, phrase: string): DialogueState {
  const { tried } = state.wish
  if (tried.includes(phrase)) return state
  return { ...state, wish: { ...state.wish, tried: [...tried, phrase].slice(-mostTried) } }
}

function repeatOffer(state: DialogueState, offer: NonNullable<Wish['offer']>): Turn {
  return ask(state, 'choice', [{ act: 'offer', text: offer.say }])
}

function continueBooking(state: DialogueState): Turn {
  const { wish } = state
  if (wish.group.length > 0) return continueGroup(state)
  if (wish.series !== null && state.task === 'booking') return continueSeries(state, wish.series)
  if (wish.service === null) return askForService(state)
  if (wish.when === null) return askDay(state, 'first')
  if (wish.chosen !== null) return continueWithSlot(state, wish.service, wish.chosen)
  return wish.offer === null ? findSlots(state) : repeatOffer(state, wish.offer)
}

/** As for one appointment; nothing is held, for only the booking itself can have all of a visit or none. */
function continueGroup(state: DialogueState): Turn {
  const { wish } = state
  const open = wish.group.find(({ service }) => service === null)
  if (open && open.candidates.length === 0 && state.soleService !== null)
    return continueGroup({ ...state, wish: { ...wish, group: allFor(wish.group, state.soleService) } })
  if (open) return askForService({ ...state, wish: { ...wish, serviceCandidates: open.candidates } })
  if (wish.when === null) return askDay(state, 'first')
  if (wish.chosen === null) return wish.offer === null ? findSlots(state) : repeatOffer(state, wish.offer)
  const name = givenValue(state.caller.name)
  if (name === null) return askName(state, 'first')
  if (wish.group.some(part => part.who === 'other' && part.name === null))
    return ask(state, 'companion', [
      { act: 'ask_attendee', text: say('ask_attendee', { who: 'along' }, state.lang) },
    ])
  return askContact(state) ?? confirmGroup(state, { name, slot: wish.chosen.slot.spoken })
}

/** Where there is one service, everybody comes for that. */
function allFor(group: readonly Companion[], service: string): Companion[] {
  return group.map(part =>
    part.service === null && part.candidates.length === 0 ? { ...part, service } : part,
  )
}

/** The dates first, with what is not free; then who comes; nothing is held in between. */
function continueSeries(state: DialogueState, { dates }: SeriesWish): Turn {
  const { wish, caller } = state
  if (wish.service === null) return askForService(state)
  if (dates === null) {
    const { when = '', every = '' } = seriesArgs(state)
    return callTool(withTried(state, [when, every].join(' ').trim()), 'book_series', seriesArgs(state))
  }
  if (dates.agreed === 'no') return ask(state, 'dates', [{ act: 'offer', text: dates.say }])
  const name = givenValue(caller.name)
  if (name === null) return askName(state, caller.name.kind === 'declined' ? 'needed' : 'first')
  const contact = askContact(state)
  if (contact) return contact
  const email = state.mail === 'not_configured' ? null : givenValue(caller.email)
  const facts = { service: wish.service, slot: dates.first, name, along: [], times: dates.count, email }
  return ask(state, 'confirmation', [
    { act: 'confirm_booking', text: say('confirm_booking', facts, state.lang) },
  ])
}

export function seriesArgs({ wish }: DialogueState): ToolArgs['book_series'] {
  const { service, when, staff, series } = wish
  return {
    service: service ?? '',
    ...(when === null ? {} : { when: when.phrase }),
    ...(series?.times == null ? {} : { times: String(series.times) }),
    ...(series?.every == null ? {} : { every: series.every }),
    ...(staff === null ? {} : { staff }),
  }
}

function confirmGroup(state: DialogueState, { name, slot }: { name: string; slot: string }): Turn {
  const [first, ...along] = state.wish.group.map(part => ({
    service: part.service ?? '',
    name: part.name ?? name,
  }))
  const email = state.mail === 'not_configured' ? null : givenValue(state.caller.email)
  const facts = { ...(first ?? { service: '', name }), slot, along, times: 1, email }
  const text = say('confirm_booking', facts, state.lang)
  return ask(state, 'confirmation', [{ act: 'confirm_booking', text }])
}

/** How the caller is reached: what is still to be asked or read back. */
function askContact(state: DialogueState): Turn | null {
  const misheard = readBack(state, 'name')
  if (misheard) return misheard
  if (state.caller.email.kind === 'open' && state.mail !== 'not_configured') return askEmail(state, 'wanted')
  if (state.callerNumber === 'withheld' && state.caller.phone.kind === 'open')
    return askPhone(state, 'booking')
  return readBack(state, 'phone')
}

function askForService(state: DialogueState): Turn {
  const options = state.wish.serviceCandidates
  if (options.length === 0) {
    if (state.soleService === null) return askService(state)
    return continueTask({ ...state, wish: { ...state.wish, service: state.soleService } })
  }
  const certain = options.length > 1 ? 'yes' : 'no'
  return ask(state, 'service', [
    { act: 'clarify_service', text: say('clarify_service', { options, certain }, state.lang) },
  ])
}

function continueWithSlot(
  state: DialogueState,
  service: string,
  { slot, state: kept, askNote: note }: Chosen,
): Turn {
  if (state.task === 'moving') return confirmMove(state, slot.spoken)
  if (kept === 'picked') return holdSlot(state, slot.token)
  const name = givenValue(state.caller.name)
  if (name === null) return askName(state, state.caller.name.kind === 'declined' ? 'needed' : 'first')
  const misheard = readBack(state, 'name')
  if (misheard) return misheard
  if (note !== null && state.wish.note.kind === 'open') return askNote(state, note)
  const contact = askContact(state)
  if (contact) return contact
  const email = state.mail === 'not_configured' ? null : givenValue(state.caller.email)
  const facts = { service, slot: slot.spoken, name, along: [], times: 1, email }
  const text = say('confirm_booking', facts, state.lang)
  return ask(state, 'confirmation', [{ act: 'confirm_booking', text }])
}

/** What was kept before is in nobody's way any more, the caller's own included (failure 44). */
export function holdSlot(state: DialogueState, token: string): Turn {
  const { kept } = state.wish
  return callTool(state, 'hold_slot', {
    token,
    ...(kept === null || kept === token ? {} : { instead_of: kept }),
  })
}

function confirmMove(state: DialogueState, to: string): Turn {
  const target = state.change?.target
  if (!target) return askDay(state, 'first')
  const facts = { service: target.service, from: target.spoken, to }
  return ask(state, 'confirm_move', [{ act: 'confirm_move', text: say('confirm_move', facts, state.lang) }])
}

/** The one way into `book_appointment`; only a yes to the read-back leads here. */
export function bookChosen(state: DialogueState): Turn {
  const { chosen } = state.wish
  const name = givenValue(state.caller.name)
  const note = givenValue(state.wish.note)
  if (chosen === null || name === null) return continueBooking(state)
  return callTool(state, 'book_appointment', {
    token: chosen.slot.token,
    name,
    ...detailArgs(state),
    ...(state.wish.attendee === 'other' ? { for_someone_else: true } : {}),
    ...(note === null ? {} : { note }),
  })
}

/** What a place on the waiting list lacks; nobody is asked for a note or shown slots. */
function continueWaiting(state: DialogueState): Turn {
  const { wish, caller } = state
  if (wish.service === null) return askForService(state)
  if (wish.when === null) return askDay(state, 'first')
  const name = givenValue(caller.name)
  if (name === null) return askName(state, 'callback')
  if (caller.email.kind === 'open' && state.mail !== 'not_configured') return askEmail(state, 'wanted')
  if (state.callerNumber === 'withheld' && caller.phone.kind === 'open') return askPhone(state, 'callback')
  const misheard = readBack(state, 'name', 'email', 'phone')
  if (misheard) return misheard
  return callTool(state, 'join_waitlist', {
    service: wish.service,
    window: wish.when.phrase,
    name,
    ...detailArgs(state),
    ...(wish.staff === null ? {} : { staff: wish.staff }),
    ...(wish.attendee === 'other' ? { for_someone_else: true } : {}),
  })
}

function continueCallback(state: DialogueState): Turn {
  if (state.callback.noted === 'yes' && state.caller.phone.kind !== 'given') return askAnythingElse(state)
  const reachable = state.callerNumber === 'shown' || state.caller.phone.kind === 'given'
  if (state.leaving === 'yes' && reachable) return noteCallback(state)
  if (state.caller.name.kind === 'open') return askName(state, 'callback')
  if (state.callerNumber === 'withheld' && state.caller.phone.kind === 'open')
    return askPhone(state, 'callback')
  return readBack(state, 'name') ?? noteCallback(state)
}

/** With whatever is known: who leaves now can be asked no more, and is still called back. */
export function noteCallback(state: DialogueState): Turn {
  const name = givenValue(state.caller.name)
  const phone = givenValue(state.caller.phone)
  const { reason, when } = state.callback
  return callTool(state, 'request_callback', {
    reason,
    ...(when === null ? {} : { when }),
    ...(name === null ? {} : { name }),
    ...(phone === null ? {} : { phone }),
  })
}

export function startCallback(
  state: DialogueState,
  { said, when }: { said: string; when: string | null },
): Turn {
  const reason = phrasebookOf(state.homeLang).callbackReason({
    spoken: state.lang,
    service: state.wish.service,
    when: state.wish.when?.phrase ?? null,
    said: said.slice(0, 300),
  })
  return continueCallback({ ...state, task: 'callback', callback: { reason, when, noted: 'no' } })
}

export function detailArgs({ caller }: DialogueState): { phone?: string; email?: string } {
  const phone = givenValue(caller.phone)
  const email = givenValue(caller.email)
  return { ...(phone === null ? {} : { phone }), ...(email === null ? {} : { email }) }
}
