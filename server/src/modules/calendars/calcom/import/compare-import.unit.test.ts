import { describe, expect, test } from 'vitest'
import {
  comparePeople,
  compareServices,
  compareWeeks,
  type ServiceValues,
  type TheirService,
} from './compare-import.ts'

const values = (change: Partial<ServiceValues> = {}): ServiceValues => ({
  ...{ name: 'Haarschnitt', minutes: 30, buffer_before_minutes: 0, buffer_after_minutes: 0 },
  ...{ minimum_notice_minutes: 60, horizon_days: null, needs_confirmation: false },
  ...change,
})
const theirs = (target: string, change: Partial<ServiceValues> = {}): TheirService => ({
  target,
  values: values(change),
  problems: [],
})
const linked = (target: string, serviceId: string) => ({
  target,
  serviceId,
  theirFields: ['minutes' as const],
})

describe('The difference', () => {
  test('of what is linked names each field that differs, with both values and whose it is', () => {
    const [compared] = compareServices({
      theirs: [theirs('t1', { name: 'Schnitt', minutes: 45 })],
      ours: [{ id: 's1', values: values() }],
      mappings: [linked('t1', 's1')],
    })
    expect(compared).toMatchObject({ state: 'differs', match: 'linked', serviceId: 's1' })
    expect(compared?.fields).toEqual([
      { field: 'name', ours: 'Haarschnitt', theirs: 'Schnitt', owner: 'ours' },
      { field: 'minutes', ours: 30, theirs: 45, owner: 'theirs' },
    ])
  })

  test('says nothing of what Cal.com says nothing of', () => {
    const [compared] = compareServices({
      theirs: [theirs('t1')],
      ours: [{ id: 's1', values: values({ horizon_days: 90 }) }],
      mappings: [linked('t1', 's1')],
    })
    expect([compared?.state, compared?.fields]).toEqual(['same', []])
  })

  test('proposes what has the same name, and takes nothing that is linked already', () => {
    const compared = compareServices({
      theirs: [theirs('t1'), theirs('t2', { name: ' haarschnitt ' }), theirs('t3', { name: 'Farbe' })],
      ours: [
        { id: 's1', values: values() },
        { id: 's2', values: values({ name: 'Haarschnitt  ' }) },
      ],
      mappings: [linked('t1', 's1')],
    })
    expect(compared.map(({ target, match, state, serviceId }) => [target, match, state, serviceId])).toEqual([
      ['t1', 'linked', 'same', 's1'],
      ['t2', 'by_name', 'differs', 's2'],
      ['t3', 'none', 'new', null],
    ])
  })

  test('names what was linked and is gone', () => {
    const compared = compareServices({
      theirs: [],
      ours: [{ id: 's1', values: values() }],
      mappings: [linked('t1', 's1')],
    })
    expect(compared).toMatchObject([{ target: 't1', state: 'gone', serviceId: 's1', name: 'Haarschnitt' }])
  })

  test('of 200 event types is exact: 40 changed, 30 new, 20 gone, and nothing else (failure 62)', () => {
    const numbers = Array.from({ length: 200 }, (_, number) => number)
    const ours = numbers
      .slice(0, 190)
      .map(number => ({ id: `s${number}`, values: values({ name: `Service ${number}` }) }))
    const there = [...numbers.slice(20), ...Array.from({ length: 20 }, (_, number) => 200 + number)]
    const compared = compareServices({
      theirs: there.map(number =>
        theirs(`t${number}`, {
          name: `Service ${number}`,
          ...(number % 4 === 0 && number < 180 ? { minutes: 75 } : {}),
        }),
      ),
      ours,
      mappings: numbers.slice(0, 190).map(number => linked(`t${number}`, `s${number}`)),
    })
    const count = (state: string) => compared.filter(service => service.state === state).length
    expect([count('differs'), count('new'), count('gone'), count('same'), compared.length]).toEqual([
      40, 30, 20, 130, 220,
    ])
    expect(
      compared.flatMap(({ fields, state }) => (state === 'differs' ? fields.map(({ field }) => field) : [])),
    ).toEqual(Array.from({ length: 40 }, () => 'minutes'))
  })
})

describe('People', () => {
  const ours = [
    { id: 'p1', name: 'Mara Beispiel' },
    { id: 'p2', name: 'Ines Muster' },
    { id: 'p3', name: 'Ines Muster' },
  ]

  test('are taken as linked, proposed by a name that one of ours has, or left open', () => {
    const theirs = [
      { host: '1', name: 'mara  beispiel' },
      { host: '2', name: 'Ines Muster' },
      { host: '3', name: 'Unbekannt' },
      { host: '4', name: 'Wer auch immer' },
    ]
    const known = new Map([['4', 'p2']])
    expect(
      comparePeople({ theirs, ours, known }).map(({ host, personId, match }) => [host, personId, match]),
    ).toEqual([
      ['1', 'p1', 'by_name'],
      ['2', null, 'none'],
      ['3', null, 'none'],
      ['4', 'p2', 'linked'],
    ])
  })

  test('whose link leads to somebody who is gone are open again', () => {
    const known = new Map([['9', 'gone']])
    expect(comparePeople({ theirs: [{ host: '9', name: 'Mara Beispiel' }], ours, known })[0]?.match).toBe(
      'by_name',
    )
  })
})

test('weeks are compared by their windows, in whatever order they are written', () => {
  const monday = { weekday: 1, from: '09:00', until: '18:00' }
  const tuesday = { weekday: 2, from: '09:00', until: '18:00' }
  expect(compareWeeks([monday, tuesday], [tuesday, monday])).toEqual({ onlyOurs: [], onlyTheirs: [] })
  const late = { ...tuesday, until: '20:00' }
  expect(compareWeeks([monday, tuesday], [monday, late])).toEqual({ onlyOurs: [tuesday], onlyTheirs: [late] })
})
