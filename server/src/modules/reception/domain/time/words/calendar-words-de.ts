import type { Meaning, PartOfDay, Weekday, WordTable } from '../meaning.ts'
import { inflect, spell } from './inflect.ts'

const WEEKDAYS: readonly (readonly string[])[] = [
  ['montag', 'mo'],
  ['dienstag', 'di'],
  ['mittwoch', 'mi'],
  ['donnerstag', 'do'],
  ['freitag', 'fr'],
  ['samstag', 'sonnabend', 'sa'],
  ['sonntag'],
]
const MONTHS: readonly (readonly string[])[] = [
  ['januar', 'jan', 'jänner'],
  ['februar', 'feb', 'feber'],
  ['märz', 'mrz'],
  ['april', 'apr'],
  ['mai'],
  ['juni', 'jun', 'juno'],
  ['juli', 'jul', 'julei'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['dezember', 'dez'],
]
const PART_SUFFIXES: readonly (readonly [string, PartOfDay])[] = [
  ['früh', 'early'],
  ['morgen', 'early'],
  ['vormittag', 'forenoon'],
  ['mittag', 'noon'],
  ['nachmittag', 'afternoon'],
  ['abend', 'evening'],
  ['nacht', 'night'],
]
const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5]

export const CALENDAR_WORDS_DE: WordTable = {
  heute: { dayOffset: 0 },
  heut: { dayOffset: 0 },
  morgen: { dayOffset: 1, part: 'early' },
  morgn: { dayOffset: 1 },
  übermorgen: { dayOffset: 2 },
  überübermorgen: { dayOffset: 3 },
  'über übermorgen': { dayOffset: 3 },
  'über morgen': { dayOffset: 2 },
  gestern: { dayOffset: -1 },
  vorgestern: { dayOffset: -2 },
  ...weekdayWords(),
  ...Object.fromEntries(MONTHS.flatMap((names, i) => names.map(name => [name, { month: i + 1 }]))),
  ...spell({ weekdays: WORKDAYS }, 'werktags', 'wochentags', 'unter der woche', 'unter der wochen'),
  ...spell({ weekend: true }, 'wochenende', 'wochenend', 'wochenendes'),
  wochenends: { weekdays: [6, 7] },
  ...inflect({
    dies: { which: 'this' },
    kommend: { which: 'coming' },
    folgend: { which: 'coming' },
    nächst: { which: 'next' },
    übernächst: { which: 'after_next' },
    letzt: { which: 'last' },
    vorig: { which: 'last' },
    vergangen: { which: 'last' },
    jed: { every: true },
  }),
  ...spell({ third: 'start' }, 'anfang', 'anfangs', 'beginn'),
  ...spell({ third: 'middle' }, 'mitte'),
  ...spell({ third: 'end' }, 'ende'),
  wochenanfang: { third: 'start', unit: 'week' },
  wochenbeginn: { third: 'start', unit: 'week' },
  wochenmitte: { third: 'middle', unit: 'week' },
  monatsanfang: { third: 'start', unit: 'month' },
  monatsmitte: { third: 'middle', unit: 'month' },
  monatsende: { third: 'end', unit: 'month' },
  ...spell({ calendarWeek: true }, 'kw', 'kalenderwoche'),
  ...spell({ unit: 'minute' }, 'minute', 'minuten', 'min'),
  ...spell({ unit: 'hour' }, 'stunde', 'stunden', 'std'),
  ...spell({ unit: 'day' }, 'tag', 'tage', 'tagen', 'tages'),
  ...spell({ unit: 'week' }, 'woche', 'wochen'),
  ...spell({ unit: 'month' }, 'monat', 'monate', 'monaten', 'monats'),
  ...spell({ unit: 'year' }, 'jahr', 'jahre', 'jahren', 'jahres'),
}

function weekdayWords(): WordTable {
  const table: Record<string, Meaning> = {}
  for (const [i, names] of WEEKDAYS.entries()) {
    const weekday = (i + 1) as Weekday
    for (const name of names) {
      table[name] = { weekday }
      if (name.length < 3) continue
      table[`${name}s`] = { weekdays: [weekday] }
      for (const [suffix, part] of PART_SUFFIXES) {
        table[name + suffix] = { weekday, part }
        table[`${name + suffix}s`] = { weekdays: [weekday], part }
      }
    }
  }
  return table
}
