import { describe, expect, test } from 'vitest'
import { leavesTimeToOnePlace } from './time-rules.ts'

const PATH = 'server/src/modules/reception/tools/find-slots.ts'
const written = (text: string, path = PATH) => leavesTimeToOnePlace({ path, text })

describe('A second way to reckon with time', () => {
  test.each([
    ['const DAY_MS = 24 * 60 * 60_000'],
    ['const tomorrow = now + 86_400_000'],
    ["const local = now.toZonedDateTimeISO('Europe/Berlin')"],
    ['return date.toZonedDateTime(zone).startOfDay()'],
    ['date.setDate(date.getDate() + 1)'],
    ['const isSunday = date.getUTCDay() === 0'],
    ["import { addDays } from 'date-fns'"],
    ["import { subtract } from '../../../platform/time/intervals.ts'"],
    ["import { at, unite } from '../../../platform/time/intervals.ts'"],
    ["import { findFreeStarts, type Need } from '../../scheduling/domain/free-starts.ts'"],
  ])('%s is found', text => {
    expect(written(text)).toHaveLength(1)
  })

  test('is found in the browser too', () => {
    expect(written('const week = 7 * 86_400_000', 'web/src/pages/calendar.tsx')).toHaveLength(1)
  })

  test.each([
    ['const tomorrow = localDateOf(now, zone).add({ days: 1 })'],
    ["import { DAY } from '../../../platform/time/working-time.ts'\nconst week = 7 * DAY"],
    ['/** 24 * 60 * 60_000 */\nconst KEPT_HOURS = 24'],
  ])('is not meant by %s', text => {
    expect(written(text)).toEqual([])
  })

  test.each([
    ['const local = now.toZonedDateTimeISO(zone)', 'server/src/platform/time/zoned.ts'],
    [
      "import { subtract } from '../../platform/time/intervals.ts'",
      'server/src/modules/scheduling/availability/free-time.ts',
    ],
    ['const DAY_MS = 86_400_000', 'server/src/modules/scheduling/slot.test.ts'],
  ])('is not meant by %s in %s', (text, path) => {
    expect(written(text, path)).toEqual([])
  })
})
