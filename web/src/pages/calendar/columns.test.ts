import { expect, test } from 'vitest'
import type { Calendar } from '../../api/contract.ts'
import { columnsOfDay, columnsOfDays } from './columns.ts'

const DAY = '2026-11-25'
const at = (from: string, to: string) => ({
  starts_at: `${DAY}T${from}:00+01:00`,
  ends_at: `${DAY}T${to}:00+01:00`,
})
const resource = (id: string, kind: 'staff' | 'room' | 'device') => ({
  id,
  kind,
  name: id,
  lanes: 1,
  working: [at('09:00', '18:00')],
})
const appointment = (id: string, ...segments: Array<[resource: string, from: string, to: string]>) => ({
  id,
  state: 'confirmed' as const,
  ...at(segments[0]?.[1] ?? '', segments.at(-1)?.[2] ?? ''),
  service: { id: 's', name: 'Färben' },
  attendee_name: 'Petra Lindner',
  source: 'phone' as const,
  version: 1,
  series_id: null,
  segments: segments.map(([resource_id, from, to], position) => ({ resource_id, position, ...at(from, to) })),
})

const calendar: Calendar = {
  zone: 'Europe/Berlin',
  as_of: '2026-11-20T10:00:00Z',
  opening: [at('08:00', '18:00')],
  holidays: [],
  resources: [
    resource('Mara', 'staff'),
    resource('Jonas', 'staff'),
    resource('Zimmer 1', 'room'),
    resource('Annahme', 'device'),
  ],
  blocks: [
    { id: 'b1', kind: 'closure', resource_id: null, ...at('12:00', '13:00'), reason: 'Feier' },
    { id: 'b2', kind: 'absence', resource_id: 'Jonas', ...at('15:00', '18:00'), reason: 'training' },
  ],
  busy: [{ resource_id: 'Mara', ...at('17:00', '18:00') }],
  appointments: [
    appointment(
      'colour',
      ['Mara', '09:00', '09:45'],
      ['Zimmer 1', '09:00', '09:45'],
      ['Mara', '10:15', '11:00'],
    ),
    appointment('cut', ['Mara', '09:45', '10:15']),
    appointment('counter', ['Annahme', '09:00', '09:10']),
  ],
}

test('a day has a column for each person, with the parts they work in', () => {
  const [mara, jonas] = columnsOfDay(calendar, DAY, 'people')
  expect(mara?.entries.map(({ appointment: { id }, parts, lanes }) => [id, parts, lanes])).toEqual([
    [
      'colour',
      [
        { from: 540, to: 585 },
        { from: 615, to: 660 },
      ],
      1,
    ],
    ['cut', [{ from: 585, to: 615 }], 1],
  ])
  expect(jonas?.entries).toEqual([])
})

test('what needs no person at all is among the people too', () => {
  expect(columnsOfDay(calendar, DAY, 'people').map(({ key }) => key)).toEqual(['Mara', 'Jonas', 'Annahme'])
})

test('rooms show what stands in them', () => {
  const [room] = columnsOfDay(calendar, DAY, 'rooms')
  expect([room?.key, room?.entries.map(entry => entry.appointment.id)]).toEqual(['Zimmer 1', ['colour']])
})

test('a person has what blocks them and what blocks everybody', () => {
  const bands = columnsOfDay(calendar, DAY, 'people').map(column =>
    column.bands.map(({ because }) => because),
  )
  expect(bands).toEqual([['closure', 'busy'], ['closure', 'absence'], ['closure']])
})

test('a week shows everybody, or one person with their hours', () => {
  const [all] = columnsOfDays(calendar, [DAY], undefined)
  expect(all?.entries.map(({ appointment: { id } }) => id)).toEqual(['colour', 'cut', 'counter'])
  expect(all?.working).toEqual([{ from: 480, to: 1080 }])
  const [own] = columnsOfDays(calendar, [DAY], 'Mara')
  expect(own?.working).toEqual([{ from: 540, to: 1080 }])
})
