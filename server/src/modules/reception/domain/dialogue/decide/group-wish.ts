import { givenValue } from '../capture/capture-detail.ts'
import { say } from '../say/say.ts'
import type { ToolAnswers } from '../tools.ts'
import { intends } from '../understand/meaning.ts'
import type { HeardPart, Understanding } from '../understand/understanding.ts'
import { askAnythingElse, askService, continueTask, detailArgs, findSlots } from './continue-task.ts'
import type { Companion, DialogueState } from './dialogue-state.ts'
import { noWish } from './dialogue-state.ts'
import { misunderstand } from './misunderstand.ts'
import { offerSlots, onFindSlots } from './on-find-slots.ts'
import { takeWish, withCompanion } from './take-slots.ts'
import { callTool, type Turn, withLead } from './turn.ts'

/** Several services or people in one visit: one after the other, all of them or none. */
export function startGroup(state: DialogueState, heard: Understanding): Turn | null {
  if (heard.group === null || state.task === 'moving') return null
  const wish = takeWish({ ...noWish, when: state.wish.when }, { ...heard, service: null })
  return continueTask({
    ...state,
    task: 'booking',
    wish: { ...wish, series: null, group: heard.group.map(toCompanion) },
  })
}

function toCompanion({ candidates, who, name }: HeardPart): Companion {
  const [only, ...others] = candidates
  const service = only !== undefined && others.length === 0 ? only : null
  return { service, candidates, who, name }
}

/** The service of the first part that lacks one; where none was named, that of all; or that of each, said at once. */
export function answerGroupService(state: DialogueState, heard: Understanding): Turn | null {
  const { group, serviceCandidates } = state.wish
  const each = serviceOfEach(group, heard.group ?? [])
  if (each !== null)
    return continueTask({ ...state, wish: { ...state.wish, group: each, serviceCandidates: [] } })
  const named = heard.service?.candidates ?? []
  if (named.length > 1) return amongSeveral(state, heard, named)
  const chosen = heard.choice?.kind === 'one' ? serviceCandidates[heard.choice.index] : named[0]
  if (chosen === undefined) return null
  const first = group.findIndex(({ service }) => service === null)
  const filled = group.map((part, index) =>
    part.service === null && (index === first || part.candidates.length === 0)
      ? { ...part, service: chosen }
      : part,
  )
  return continueTask({ ...state, wish: { ...state.wish, group: filled, serviceCandidates: [] } })
}

/** "Haarschnitt" may be several: which of them is asked once, and then nobody is asked for ever. */
function amongSeveral(state: DialogueState, heard: Understanding, named: readonly string[]): Turn {
  const { group } = state.wish
  const open = group.findIndex(({ service, candidates }) => service === null && candidates.length === 0)
  if (open === -1) return misunderstand(state, heard)
  const narrowed = group.map((part, index) => (index === open ? { ...part, candidates: named } : part))
  return continueTask({ ...state, wish: { ...state.wish, group: narrowed } })
}

/** Of whom it is said where it is said; else in the order in which they were named before. */
function serviceOfEach(known: readonly Companion[], heard: readonly HeardPart[]): Companion[] | null {
  if (heard.length !== known.length || heard.some(({ candidates }) => candidates.length === 0)) return null
  const parts = heard.map(toCompanion)
  const others = known.flatMap(({ who, name }) => (who === 'other' ? [name] : []))
  if (parts.filter(({ who }) => who === 'other').length !== others.length)
    return parts.map((part, index) => ({ ...part, ...whoOf(known[index]) }))
  return parts.map(part =>
    part.who === 'other' ? { ...part, name: part.name ?? others.shift() ?? null } : part,
  )
}

function whoOf(known: Companion | undefined): Pick<Companion, 'who' | 'name'> {
  return { who: known?.who ?? 'caller', name: known?.name ?? null }
}

export function answerCompanion(state: DialogueState, heard: Understanding): Turn | null {
  const all = namesOfAll(state, heard.text)
  if (all !== null) return continueTask(all.reduce(withCompanion, state))
  if (heard.name?.kind === 'heard') return continueTask(withCompanion(state, heard.name.value))
  if (heard.name?.kind === 'refused') return misunderstand(state, heard)
  if (!intends(heard, 'no', 'reject', 'unsure')) return null
  return continueTask(withCompanion(state, givenValue(state.caller.name) ?? ''))
}

/** "Ben, Mia und Tom Lindner": as many names as people lack one; a surname said once is that of all. */
function namesOfAll({ wish }: DialogueState, text: string): readonly string[] | null {
  const open = wish.group.filter(({ who, name }) => who === 'other' && name === null).length
  const said = text.split(/[,;]\s*|\s+(?:und|and)\s+/u).map(name => name.trim().replace(/[.!]$/, ''))
  const surname = said.at(-1)?.split(' ').slice(1).join(' ') ?? ''
  if (open < 2 || said.length !== open || surname === '' || !said.every(isName)) return null
  return said.map(name => (name.includes(' ') ? name : `${name} ${surname}`))
}

function isName(text: string): boolean {
  return /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}$/u.test(text)
}

export function onGroup(state: DialogueState, answer: ToolAnswers['book_group']): Turn {
  switch (answer.status) {
    case 'free':
    case 'none_then': {
      const slots = answer.visits.map(({ tokens, spoken }) => ({ token: tokens.join(' '), spoken }))
      const found = { ...state, wish: { ...state.wish, visits: answer.visits } }
      return offerSlots(found, { slots, say: answer.say, found: 'wanted' })
    }
    case 'booked':
      return askAnythingElse(withLead({ ...state, wish: noWish }, { act: 'booked', text: answer.say }))
    case 'taken':
    case 'expired':
      // What is left of a visit without one of its parts is another visit.
      return findSlots(
        withLead(
          { ...state, wish: { ...state.wish, chosen: null, offer: null, visits: [] } },
          { act: 'apologise', text: say('apologise', { why: 'gone' }, state.lang) },
        ),
      )
    case 'ask':
      if (answer.what === 'service')
        return askService({ ...state, wish: { ...state.wish, group: [] } }, { act: null, text: answer.say })
      return onFindSlots(state, answer)
    default:
      return onFindSlots(state, answer)
  }
}

/** The one way into booking a visit; only a yes to the read-back leads here. */
export function bookVisit(state: DialogueState, tokens: readonly string[]): Turn {
  const name = givenValue(state.caller.name) ?? ''
  return callTool(state, 'book_group', { tokens, name, names: namesOf(state, tokens), ...detailArgs(state) })
}

/** Who comes, in the order of the tokens: a visit may begin with the second service that was named. */
function namesOf({ wish, caller }: DialogueState, tokens: readonly string[]): string[] {
  const visit = wish.visits.find(one => one.tokens.join(' ') === tokens.join(' '))
  const left = [...wish.group]
  return (visit?.services ?? []).map(service => {
    const at = left.findIndex(part => part.service === service)
    const [part] = left.splice(Math.max(0, at), 1)
    return part?.name ?? givenValue(caller.name) ?? ''
  })
}
