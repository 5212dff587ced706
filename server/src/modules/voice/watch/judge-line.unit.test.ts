import { expect, test } from 'vitest'
import { createDoorWatch } from './door-watch.ts'
import { alarmsOf, type LineFigures, receptionistAlarms } from './judge-line.ts'

const quiet: LineFigures = {
  silentCalls: 0,
  lostEvents: 0,
  doors: { accepted: 0, refused: 0, failed: 0 },
  calls: null,
  receptionists: { drifted: 0, turnedBack: 0 },
}

test.each([
  ['a silent night is no alarm', {}, []],
  ['calls without any event are (failure 11)', { silentCalls: 1 }, ['webhooks_silent']],
  ['an event that got lost now and then is none', { lostEvents: 4 }, []],
  ['many lost events are', { lostEvents: 5 }, ['events_lost']],
  [
    'refused requests and no other are: the key was changed',
    { doors: { accepted: 0, refused: 3, failed: 0 } },
    ['signatures_refused'],
  ],
  ['a stranger beside Retell is none', { doors: { accepted: 1, refused: 900, failed: 0 } }, []],
  ['a request that we broke is', { doors: { accepted: 9, refused: 0, failed: 1 } }, ['requests_failed']],
  ['half of the lines is none', { calls: { now: 10, limit: 20 } }, []],
  ['nearly all of the lines are', { calls: { now: 18, limit: 20 } }, ['lines_full']],
])('%s', (_, figures, alarms) => {
  expect(alarmsOf({ ...quiet, ...figures })).toEqual(alarms)
})

test('what the doors met is forgotten after ten minutes', () => {
  let now = Temporal.Instant.from('2026-11-24T09:00:00Z')
  const watch = createDoorWatch({ now: () => now })
  watch.note('failed')
  watch.note('accepted')
  expect(watch.figures()).toEqual({ accepted: 1, refused: 0, failed: 1 })
  now = now.add({ minutes: 11 })
  expect(watch.figures()).toEqual({ accepted: 0, refused: 0, failed: 0 })
})

test('a publication that turned back and a receptionist changed by hand are alarms of their business (failures 10, 70)', () => {
  expect(receptionistAlarms({ drifted: 0, turnedBack: 0 })).toEqual([])
  expect(receptionistAlarms({ drifted: 1, turnedBack: 1 })).toEqual([
    'publication_turned_back',
    'receptionist_drifted',
  ])
})
