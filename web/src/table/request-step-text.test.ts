import { expect, test } from 'vitest'
import {
  requestStepDetail,
  requestStepPlace,
  requestStepState,
  requestStepTitle,
} from './request-step-text.ts'

test('a step is called by what was asked, in words', () => {
  expect(requestStepTitle({ kind: 'tool', name: 'book_appointment' })).toBe('Termin buchen')
  expect(requestStepTitle({ kind: 'job', name: 'messaging.send-confirmation' })).toBe('Bestätigung senden')
})

test('an event is called by what was sent, whichever one it was', () => {
  expect(requestStepTitle({ kind: 'inbox_event', name: 'call_ended/call_8f31' })).toBe('Anruf beendet')
})

test('a name that nobody has put into words yet is shown as it is', () => {
  expect(requestStepTitle({ kind: 'job', name: 'new.job' })).toBe('new.job')
  expect(requestStepTitle({ kind: 'tool', name: 'constructor' })).toBe('constructor')
})

test('the same state is worded by what it is the state of', () => {
  expect(requestStepState({ kind: 'message', state: 'sent' })).toEqual({ text: 'Gesendet', tone: 'positive' })
  expect(requestStepState({ kind: 'job', state: 'dead' })).toEqual({ text: 'Gescheitert', tone: 'critical' })
  expect(requestStepState({ kind: 'turn', state: null })).toBeNull()
})

test('who changed an appointment is said in words, not with an id', () => {
  expect(requestStepDetail({ kind: 'appointment_change', detail: 'call:01a1fafa' })).toBe('im Anruf')
  expect(requestStepDetail({ kind: 'tool', detail: 'call:01a1fafa' })).toBe('call:01a1fafa')
  expect(requestStepDetail({ kind: 'tool', detail: 'Auf [personal].' })).toBe('Auf [geschützt].')
})

test('a step leads to where it can be seen in full, a message to nowhere', () => {
  expect(requestStepPlace({ target: { kind: 'appointment', id: 'a1' } })?.link.to).toBe(
    '/appointments/$appointmentId',
  )
  expect(requestStepPlace({ target: { kind: 'message', id: 'm1' } })).toBeNull()
  expect(requestStepPlace({ target: null })).toBeNull()
})
