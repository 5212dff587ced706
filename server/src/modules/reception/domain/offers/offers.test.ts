import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestTo, pickOffers } from './pick-offers.ts'
import { anyTime, isWanted, wantedTime } from './wanted-time.ts'

const zone = 'Europe/Berlin'
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[${zone}]`)
const ms = (text: string) => at(text).epochMilliseconds
const slot = (text: string) => ({ start: ms(text), zone })
const shown = (slots: ReadonlyArray<{ start: number }>) =>
  slots.map(({ start }) =>
    Temporal.Instant.fromEpochMilliseconds(start)
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString()
      .slice(0, 16),
  )
const place = { now: ms('2026-11-23T10:00'), zone }

test('neighbours are passed over for other hours', () => {
  const slots = ['T09:00', 'T09:15', 'T09:30', 'T10:00', 'T14:00'].map(time => slot(`2026-11-24${time}`))
  expect(shown(pickOffers(slots))).toEqual(['2026-11-24T09:00', '2026-11-24T10:00', '2026-11-24T14:00'])
})

test('when there are only neighbours, neighbours are offered', () => {
  const slots = ['T09:00', 'T09:15'].map(time => slot(`2026-11-24${time}`))
  expect(pickOffers(slots)).toHaveLength(2)
})

test('who asks for something later hears no neighbour of what was offered last', () => {
  const slots = ['T14:15', 'T14:30', 'T15:00', 'T15:15', 'T16:00', 'T17:00'].map(time =>
    slot(`2026-11-24${time}`),
  )
  expect(shown(pickOffers(slots, ms('2026-11-24T14:00')))).toEqual([
    '2026-11-24T15:00',
    '2026-11-24T16:00',
    '2026-11-24T17:00',
  ])
})

test('offers are sorted, at most three, and never invented', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(5000), { maxLength: 40 }), list => {
      const slots = list
        .toSorted((a, b) => a - b)
        .map(minute => ({ start: ms('2026-11-24T08:00') + minute * 60_000, zone }))
      const offers = pickOffers(slots)
      expect(offers.length).toBe(Math.min(3, slots.length))
      expect(slots.filter(item => offers.includes(item))).toEqual(offers)
    }),
  )
})

test('alternatives to a time are the nearest ones, in order of time', () => {
  const slots = ['T09:00', 'T10:15', 'T11:00', 'T17:00'].map(time => slot(`2026-11-24${time}`))
  expect(shown(nearestTo(slots, ms('2026-11-24T10:30')))).toEqual([
    '2026-11-24T09:00',
    '2026-11-24T10:15',
    '2026-11-24T11:00',
  ])
})

test('a day wants every start of that local day and no other', () => {
  const wanted = wantedTime({ type: 'day', date: '2026-11-24' }, place)
  expect(isWanted(ms('2026-11-24T00:00'), wanted, zone)).toBe(true)
  expect(isWanted(ms('2026-11-24T23:59'), wanted, zone)).toBe(true)
  expect(isWanted(ms('2026-11-25T00:00'), wanted, zone)).toBe(false)
})

test('"nicht vor zehn" wants any coming day from ten', () => {
  const wanted = wantedTime({ type: 'clock', from: '10:00' }, place)
  expect(isWanted(ms('2026-11-25T09:45'), wanted, zone)).toBe(false)
  expect(isWanted(ms('2026-11-25T10:00'), wanted, zone)).toBe(true)
})

test('excepted days do not count', () => {
  const wanted = wantedTime({ type: 'set', any: [], except: [{ type: 'day', date: '2026-11-27' }] }, place)
  expect(isWanted(ms('2026-11-27T10:00'), wanted, zone)).toBe(false)
  expect(isWanted(ms('2026-11-26T10:00'), wanted, zone)).toBe(true)
})

test('a caller who names no day is answered from the coming week', () => {
  const wanted = anyTime(place)
  expect(isWanted(ms('2026-11-30T23:00'), wanted, zone)).toBe(true)
  expect(isWanted(ms('2026-12-02T10:00'), wanted, zone)).toBe(false)
})

test('"morgen bis zwölf" wants tomorrow morning, not what is left of today', () => {
  const wanted = wantedTime({ type: 'until', end: '2026-11-24T12:00:00+01:00' }, place)
  expect(isWanted(ms('2026-11-23T15:00'), wanted, zone)).toBe(false)
  expect(isWanted(ms('2026-11-24T09:00'), wanted, zone)).toBe(true)
  expect(isWanted(ms('2026-11-24T12:00'), wanted, zone)).toBe(false)
})

test('"morgen ab 15 Uhr" wants tomorrow afternoon and no day after (failure 31)', () => {
  const wanted = wantedTime({ type: 'from', start: '2026-11-24T15:00:00+01:00' }, place)
  expect(isWanted(ms('2026-11-24T15:00'), wanted, zone)).toBe(true)
  expect(isWanted(ms('2026-11-25T09:00'), wanted, zone)).toBe(false)
})
