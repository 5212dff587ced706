import { describe, expect, test } from 'vitest'
import { playTestCall } from './play-test-call.ts'
import { loadRecordings } from './recordings.ts'

const recordings = [...(await loadRecordings()).values()]

describe.each(recordings)('the recording $id', recording => {
  test('plays to its end against a product that has free slots', async () => {
    const { record } = await playTestCall({ recording: recording.id })
    expect(record.problems).toEqual([])
    expect(record.state).toBe('done')
  })

  test('begins with the disclosure that an AI is speaking', () => {
    const [first] = recording.steps
    expect(first).toHaveProperty('agent', expect.stringContaining('eine KI'))
  })

  test('has only fictional numbers and addresses', () => {
    const text = JSON.stringify(recording)
    for (const [number] of text.matchAll(/\+49\d+/g))
      expect(number).toMatch(/^\+49(3023125\d{3}|17139200\d{2})$/)
    for (const [, domain] of text.matchAll(/@([\w.]+)/g)) expect(domain).toBe('example.org')
  })
})

test('together they ask for everything a first receptionist can do', () => {
  const tools = recordings.flatMap(({ steps }) => steps.flatMap(step => ('tool' in step ? [step.tool] : [])))
  expect([...new Set(tools)].sort()).toEqual([
    'book_appointment',
    'find_slots',
    'get_context',
    'hold_slot',
    'list_services',
    'request_callback',
  ])
})
