import { expect, test } from 'vitest'
import { createTranscript } from './transcript.ts'

function spoken() {
  const transcript = createTranscript()
  transcript.say('agent', 'Guten Tag.')
  transcript.invoke({ id: 'tool_call_1', name: 'find_slots', args: { when: 'morgen' } })
  transcript.answer({ id: 'tool_call_1', content: '{"status":"none"}', successful: true })
  transcript.say('user', 'Einen Termin, bitte.')
  return transcript
}

test('the plain text has one line per utterance and no tool calls', () => {
  expect(spoken().fields().transcript).toBe('Agent: Guten Tag.\nUser: Einen Termin, bitte.\n')
})

test('the woven transcript has the tool call between the utterances', () => {
  expect(
    spoken()
      .fields()
      .transcript_with_tool_calls.map(({ role }) => role),
  ).toEqual(['agent', 'tool_call_invocation', 'tool_call_result', 'user'])
})

test('arguments are a string of JSON', () => {
  expect(spoken().fields().transcript_with_tool_calls[1]).toEqual({
    role: 'tool_call_invocation',
    tool_call_id: 'tool_call_1',
    name: 'find_slots',
    arguments: '{"when":"morgen"}',
  })
})

test('audio time only runs forward, word by word', () => {
  const times = spoken()
    .fields()
    .transcript_object.flatMap(({ words }) => words.flatMap(({ start, end }) => [start ?? 0, end ?? 0]))
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(new Set(times).size).toBe(times.length)
})

test('later words do not change what was handed out', () => {
  const transcript = spoken()
  const before = transcript.fields()
  transcript.say('agent', 'Gern.')
  expect(before.transcript_with_tool_calls).toHaveLength(4)
  expect(transcript.fields().transcript_with_tool_calls).toHaveLength(5)
})
