import { describe, expect, test } from 'vitest'
import { compareServices, type OurService, type ServiceValues, type TheirService } from './compare-import.ts'
import { compareDays, comparePeople, compareWeeks } from './compare-people.ts'

const values = (change: Partial<ServiceValues> = {}): ServiceValues => ({
  ...{ name: 'Haarschnitt', minutes: 30, buffer_before_minutes: 0, buffer_after_minutes: 0 },
  ...{ minimum_notice_minutes: 60, horizon_days: null, needs_confirmation: false },
  ...change,
})
const theirs = (target: string, change: Partial<ServiceValues> = {}): TheirService => ({
  target,
  values: values(change),
  hosts: [],
  problems: [],
})
const our = (id: string, change: Partial<ServiceValues> = {}, people: string[] = []): OurService => ({
  id,
  values: values(change),
  people,
})
const people = new Map<string, string>()
const linked = (target: string, serviceId: string) => ({
  target,
  serviceId,
  theirFields: ['minutes' as const],
  seen: null,
})

describe('The difference', () => {
  test('of what is linked names each field that differs, with both values and whose it is', () => {
    const [compared] = compareServices({
      theirs: [theirs('t1', { name: 'Schnitt', minutes: 45 })],
      ours: [our('s1')],
      mappings: [linked('t1', 's1')],
      people,
    })
    expect(compared).toMatchObject({ state: 'differs', match: 'linked', serviceId: 's1' })
    expect(compared?.fields).toEqual([
      { field: 'name', ours: 'Haarschnitt', theirs: 'Schnitt', owner: 'ours', changed: null },
      { field: 'minutes', ours: 30, theirs: 45, owner: 'theirs', changed: null },
    ])
  })

  test('says nothing of what Cal.com says nothing of', () => {
    const [compared] = compareServices({
      theirs: [theirs('t1')],
      ours: [our('s1', { horizon_days: 90 })],
      mappings: [linked('t1', 's1')],
      people,
    })
    expect([compared?.state, compared?.fields]).toEqual(['same', []])
  })

  test('proposes what has the same name, and takes nothing that is linked already', () => {
    const compared = compareServices({
      theirs: [theirs('t1'), theirs('t2', { name: ' haarschnitt ' }), theirs('t3', { name: 'Farbe' })],
      ours: [our('s1'), our('s2', { name: 'Haarschnitt  ' })],
      mappings: [linked('t1', 's1')],
      people,
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
      ours: [our('s1')],
      mappings: [linked('t1', 's1')],
      people,
    })
    expect(compared).toMatchObject([{ target: 't1', state: 'gone', serviceId: 's1', name: 'Haarschnitt' }])
  })

  test('says which side changed a field since it was taken over, and what both changed', () => {
    const seen = { theirs: values(), ours: values() }
    const [compared] = compareServices({
      theirs: [theirs('t1', { minutes: 45, buffer_after_minutes: 10 })],
      ours: [our('s1', { minutes: 60, minimum_notice_minutes: 120 })],
      mappings: [{ ...linked('t1', 's1'), seen }],
      people,
    })
    expect(compared?.fields.map(({ field, changed }) => [field, changed])).toEqual([
      ['minutes', 'both'],
      ['buffer_after_minutes', 'there'],
      ['minimum_notice_minutes', 'here'],
    ])
  })

  test('names whoever does it there and not here, and whoever does it only here', () => {
    const [compared] = compareServices({
      theirs: [{ ...theirs('t1'), hosts: ['1', '2', '3'] }],
      ours: [our('s1', {}, ['p1', 'p9'])],
      mappings: [linked('t1', 's1')],
      people: new Map([
        ['1', 'p1'],
        ['2', 'p2'],
      ]),
    })
    expect([compared?.state, compared?.hosts]).toEqual([
      'differs',
      { there: ['1', '2', '3'], missing: ['2', '3'], onlyHere: ['p9'] },
    ])
  })

  test('proposes nothing where two event types have one name, or where the service belongs to another', () => {
    const compared = compareServices({
      theirs: [theirs('t1'), theirs('t2', { name: 'Farbe' }), theirs('t3', { name: 'farbe' }), theirs('t4')],
      ours: [our('s1'), our('s2', { name: 'Farbe' })],
      mappings: [linked('t9', 's1')],
      people,
    })
    expect(compared.map(({ target, serviceId, problems }) => [target, serviceId, problems[0]?.kind])).toEqual(
      [
        ['t1', null, 'name_twice'],
        ['t2', null, 'name_twice'],
        ['t3', null, 'name_twice'],
        ['t4', null, 'name_twice'],
        ['t9', 's1', undefined],
      ],
    )
    const alone = compareServices({
      theirs: [theirs('t1')],
      ours: [our('s1')],
      mappings: [linked('t9', 's1')],
      people,
    })
    expect([alone[0]?.serviceId, alone[0]?.problems]).toEqual([null, [{ kind: 'name_taken' }]])
  })

  test('of 200 event types is exact: 40 changed, 30 new, 20 gone, and nothing else (failure 62)', () => {
    const numbers = Array.from({ length: 200 }, (_, number) => number)
    const ours = numbers.slice(0, 190).map(number => our(`s${number}`, { name: `Service ${number}` }))
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
      people,
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

test('single days are those on which either side has other hours than the other, and a day off is one', () => {
  const short = [{ from: '09:00', to: '12:00' }]
  const day = (date: string, windows: { from: string; to: string }[]) => ({ date, windows })
  const ours = [day('2026-12-24', short), day('2026-12-27', []), day('2026-12-31', short)]
  const theirs = [day('2026-12-24', short), day('2026-12-31', []), day('2026-12-23', short)]
  expect(compareDays(ours, theirs)).toEqual([
    { date: '2026-12-23', ours: null, theirs: short },
    { date: '2026-12-27', ours: [], theirs: null },
    { date: '2026-12-31', ours: short, theirs: [] },
  ])
})

test('weeks are compared by their windows, in whatever order they are written', () => {
  const monday = { weekday: 1, from: '09:00', to: '18:00' }
  const tuesday = { weekday: 2, from: '09:00', to: '18:00' }
  expect(compareWeeks([monday, tuesday], [tuesday, monday])).toEqual({ onlyOurs: [], onlyTheirs: [] })
  const late = { ...tuesday, to: '20:00' }
  expect(compareWeeks([monday, tuesday], [monday, late])).toEqual({ onlyOurs: [tuesday], onlyTheirs: [late] })
})
