import { describe, expect, test } from 'vitest'
import { createRecentEvents } from './recent-events.ts'

const call = (id: string) => ({ topic: 'call', id, call_id: id }) as const
const at = { ms: 0 }
const events = () => createRecentEvents(() => at.ms)

describe('Whoever begins to listen', () => {
  test('hears what changed in the seconds before, oldest first and each once', () => {
    const recent = events()
    for (const id of ['1', '2', '1']) recent.keep('salon', call(id))
    expect(recent.of('salon')).toEqual([call('1'), call('2')])
  })

  test('hears nothing of another tenant', () => {
    const recent = events()
    recent.keep('practice', call('1'))
    expect(recent.of('salon')).toEqual([])
  })

  test('hears nothing that is older than a page takes to load', () => {
    const recent = events()
    recent.keep('salon', call('1'))
    at.ms += 15_001
    expect(recent.of('salon')).toEqual([])
  })

  test('hears the last hundred and fifty changes at most, whatever happens', () => {
    const recent = events()
    for (let id = 0; id < 12_000; id += 1) recent.keep('salon', call(String(id)))
    const heard = recent.of('salon')
    expect([heard.length, heard.at(-1)]).toEqual([150, call('11999')])
  })
})
