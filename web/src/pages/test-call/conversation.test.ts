import { expect, test } from 'vitest'
import { type ConversationEvent, idleConversation, nextConversation } from './conversation.ts'

const after = (...events: ConversationEvent[]) => events.reduce(nextConversation, idleConversation)

const dialled: ConversationEvent = { type: 'dialled', from: '+491713920017' }
const connected: ConversationEvent = { type: 'connected', callId: 'c1', atMs: 1000, texts: ['Guten Tag!'] }
const said: ConversationEvent = { type: 'said', text: 'Hallo' }
const lost: ConversationEvent = { type: 'unanswered', callId: 'c1' }
const answered: ConversationEvent = {
  type: 'answered',
  callId: 'c1',
  texts: ['Gern.', 'Wann?'],
  tookMs: 41,
  ended: false,
}

test('a call that is answered is open and begins with the greeting', () => {
  const conversation = after(dialled, connected)
  expect(conversation.phase).toBe('open')
  expect(conversation.lines.map(line => line.text)).toEqual(['Guten Tag!'])
})

test('a call that fails keeps the chosen number and its reason', () => {
  const failure = new Error('busy')
  const conversation = after(dialled, { type: 'dial-failed', failure })
  expect(conversation).toMatchObject({ phase: 'idle', from: '+491713920017', failure })
})

test('while the caller waits the receptionist has said nothing new', () => {
  const conversation = after(dialled, connected, said)
  expect(conversation.phase).toBe('waiting')
  expect(conversation.lines.at(-1)).toMatchObject({ speaker: 'caller', text: 'Hallo' })
})

test('the time an answer took stands on its first line only', () => {
  const conversation = after(dialled, connected, said, answered)
  expect(conversation.lines.slice(-2).map(line => line.tookMs)).toEqual([41, null])
})

test('a sentence that did not arrive is marked, and the caller may speak again', () => {
  const conversation = after(dialled, connected, said, lost)
  expect(conversation.phase).toBe('open')
  expect(conversation.lines.map(line => line.delivery)).toEqual(['delivered', 'lost'])
})

test('saying it again takes the place of what was lost', () => {
  const conversation = after(dialled, connected, said, lost, said, answered)
  expect(conversation.lines.map(line => line.text)).toEqual(['Guten Tag!', 'Hallo', 'Gern.', 'Wann?'])
  expect(conversation.lines.every(line => line.delivery === 'delivered')).toBe(true)
})

test('no two lines share an id, whatever was lost in between', () => {
  const { lines } = after(dialled, connected, said, lost, said, answered, said, answered)
  expect(new Set(lines.map(line => line.id)).size).toBe(lines.length)
})

test('a goodbye ends the call', () => {
  expect(after(dialled, connected, said, { ...answered, ended: true }).phase).toBe('ended')
})

test('an answer that arrives after hanging up does not reopen the call', () => {
  expect(after(dialled, connected, said, { type: 'hung-up' }, answered).phase).toBe('ended')
})

test('an answer to the call before is not put into this one', () => {
  const next: ConversationEvent = { ...connected, callId: 'c2' }
  const conversation = after(dialled, connected, said, { type: 'hung-up' }, dialled, next, said, answered)
  expect(conversation.phase).toBe('waiting')
})

test('a new call starts empty with the number chosen before', () => {
  const conversation = after(dialled, connected, { type: 'hung-up' }, { type: 'cleared' })
  expect(conversation).toEqual({ ...idleConversation, from: '+491713920017' })
})
