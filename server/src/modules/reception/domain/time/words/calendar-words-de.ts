import type { Meaning, PartOfDay, Weekday, WordTable } from '../meaning.ts'
import { inflect, spell } from './inflect.ts'

const WEEKDAYS: readonly (readonly string[])[] = [
  ['montag', 'mo', 'mäntig', 'montach', 'mondag', 'maandag'],
  [
    'dienstag',
    'di',
    'zischtig',
    'ziischtig',
    'erchtag',
    'dienstach',
    'dienschdag',
    'dienschtag',
    'deensdag',
    'dingsdag',
  ],
  ['mittwoch', 'mi', 'mitwoch', 'mittwuch', 'middwoch', 'middeweek', 'mittwoche'],
  [
    'donnerstag',
    'do',
    'dunschtig',
    'donnschtig',
    'donnerstach',
    'donnerschdag',
    'dunnerschdag',
    'donnerschtag',
    'dünnersdag',
  ],
  ['freitag', 'fr', 'fritig', 'freitach', 'freidach', 'freidag', 'freedag'],
  [
    'samstag',
    'sonnabend',
    'sa',
    'samschtig',
    'samstig',
    'samstach',
    'samschdag',
    'samschtag',
    'samschdig',
    'sünnavend',
  ],
  ['sonntag', 'sunntig', 'sonntach', 'sonndag', 'sünndag'],
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
  ['vormittach', 'forenoon'],
  ['nachmittach', 'afternoon'],
  ['abend', 'evening'],
  ['nacht', 'night'],
]
const TITLES = [
  'herr',
  'herrn',
  'frau',
  'dr',
  'doktor',
  'professor',
  'praxis',
  'familie',
  'kollege',
  'kollegin',
]
/** Surnames as much as parts of the year. */
const SEASONS = ['sommer', 'winter', 'herbst', 'frühling']
const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5]

export const CALENDAR_WORDS_DE: WordTable = {
  heute: { dayOffset: 0 },
  heut: { dayOffset: 0 },
  heit: { dayOffset: 0 },
  morgen: { dayOffset: 1, part: 'early' },
  morgn: { dayOffset: 1 },
  morjen: { dayOffset: 1, part: 'early' },
  ...inflect({ heutig: { dayOffset: 0 }, morgig: { dayOffset: 1 } }),
  morng: { dayOffset: 1 },
  übermorgen: { dayOffset: 2 },
  ibermorgen: { dayOffset: 2 },
  heuer: { which: 'this', unit: 'year' },
  übermorgn: { dayOffset: 2 },
  übermorjen: { dayOffset: 2 },
  überübermorgen: { dayOffset: 3 },
  'über übermorgen': { dayOffset: 3 },
  'über morgen': { dayOffset: 2 },
  gestern: { dayOffset: -1 },
  vorgestern: { dayOffset: -2 },
  ...weekdayWords(),
  ...Object.fromEntries(MONTHS.flatMap((names, i) => names.map(name => [name, { month: i + 1 }]))),
  ...Object.fromEntries(MONTHS.map(([name], i) => [name === 'mai' ? 'maien' : `${name}s`, { month: i + 1 }])),
  ...spell({ weekdays: WORKDAYS }, 'werktags', 'wochentags', 'unter der woche', 'werktagen', 'wochentagen'),
  ...spell({ workday: true }, 'werktag', 'arbeitstag', 'wochentag'),
  ...spell({ weekend: true }, 'wochenende', 'wochenend', 'wochenendes'),
  ...spell({ weekdays: [6, 7] }, 'wochenends', 'wochenenden'),
  'wochenende drauf': { weekend: true, which: 'next' },
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
  ...spell(
    { several: true, unit: 'week' },
    'paar wochen',
    'ein paar wochen',
    'einigen wochen',
    'einige wochen',
  ),
  ...spell({ several: true, unit: 'month' }, 'paar monaten', 'ein paar monaten', 'einigen monaten'),
  ...spell({ otherDay: true }, 'anderen tag', 'anderer tag', 'andern tag', 'anderen tagen'),
  ...spell({ sameDay: true }, 'selben tag', 'gleichen tag', 'selber tag', 'gleicher tag'),
  ...spell({ amount: 1, unit: 'day', later: 1 }, 'nächsten tag', 'folgenden tag', 'folgetag', 'tags darauf'),
  ...spell({ amount: 1, unit: 'day', later: 1 }, 'tag darauf', 'tag danach', 'tag drauf'),
  ...spell({ amount: 1, unit: 'day', later: -1 }, 'tags zuvor', 'vortag', 'tag davor', 'tag vorher'),
  ...spell({ amount: 1, unit: 'week', later: 1 }, 'woche darauf', 'woche danach', 'woche drauf'),
  ...spell({ amount: 1, unit: 'week', later: -1 }, 'woche davor', 'woche vorher'),
  ...spell(
    { which: 'next', amount: 6, unit: 'day' },
    'nächsten tage',
    'nächsten tagen',
    'kommenden tagen',
    'paar tagen',
    'einigen tagen',
    'ein paar tagen',
    'nächsten paar tage',
    'nächsten paar tagen',
    'kommenden tage',
    'die tage',
    'dieser tage',
  ),
  ...spell({ which: 'next', unit: 'year' }, 'neuen jahr', 'neues jahr', 'neuem jahr', 'neuen jahres'),
  ...spell({ which: 'coming' }, 'diesen kommenden', 'jetzt kommenden', 'jetzigen'),
  ...monthParts(),
  ...spell({ lastOfMonth: true }, 'monatsletzten', 'monatsletzter', 'ultimo'),
  hälfte: { monthHalf: true },
  alle: { every: true },
  ...spell({ everyWeeks: 1 }, 'wöchentlich', 'allwöchentlich'),
  ...spell(
    { everyWeeks: 2 },
    '14 tägig',
    'vierzehntägig',
    'vierzehn tägig',
    'zweiwöchentlich',
    'zweiwöchig',
    '2 wöchentlich',
    '2 wöchig',
  ),
  ...spell({ everyWeeks: 4 }, 'vierwöchentlich', '4 wöchentlich'),
  ...spell({ which: 'this', unit: 'week' }, 'laufe der woche', 'lauf der woche'),
  ...spell(
    { which: 'this', unit: 'month', eachMonth: true },
    'jedes monats',
    'eines jeden monats',
    'jeden monats',
  ),
  ...personNames(),
  ...spell({ third: 'start' }, 'anfang', 'anfangs', 'beginn'),
  ...spell({ third: 'middle' }, 'mitte'),
  ...spell({ third: 'first_half' }, 'anfang mitte'),
  ...spell({ third: 'second_half' }, 'mitte ende'),
  ...spell({ third: 'end' }, 'ende', 'gegen ende'),
  ...spell({ third: 'start', unit: 'year' }, 'jahresanfang'),
  wochenschluss: { third: 'end', unit: 'week' },
  wochenanfang: { third: 'start', unit: 'week' },
  wochenbeginn: { third: 'start', unit: 'week' },
  wochenmitte: { third: 'middle', unit: 'week' },
  monatsanfang: { third: 'start', unit: 'month' },
  monatsmitte: { third: 'middle', unit: 'month' },
  monatsende: { third: 'end', unit: 'month' },
  ...spell({ calendarWeek: true }, 'kw', 'kalenderwoche'),
  ...spell({ unit: 'minute' }, 'minute', 'minuten', 'min'),
  ...spell({ amount: 1, unit: 'hour' }, 'ne stunde'),
  ...spell({ amount: 1, unit: 'week' }, 'ne woche'),
  ...spell({ unit: 'hour' }, 'stunde', 'stunden', 'std', 'stündchen'),
  ...spell({ unit: 'day' }, 'tag', 'tage', 'tagen', 'tages'),
  ...spell({ unit: 'week' }, 'woche', 'wochen', 'woch'),
  ...spell({ unit: 'month' }, 'monat', 'monate', 'monaten', 'monats', 'monates'),
  ...spell({ unit: 'year' }, 'jahr', 'jahre', 'jahren', 'jahres'),
}

/** "Dezemberwoche", "Dezemberhälfte", counted inside their month. */
function monthParts(): WordTable {
  const table: Record<string, Meaning> = {}
  for (const [i, [name]] of MONTHS.entries()) {
    table[`${name}woche`] = { month: i + 1, unit: 'week' }
    table[`${name}hälfte`] = { month: i + 1, monthHalf: true }
    table[`${name}tag`] = { month: i + 1, unit: 'day' }
  }
  return table
}

/** "Herr Freitag" is a person. */
function personNames(): WordTable {
  const names = [...WEEKDAYS, ...MONTHS, ...SEASONS.map(name => [name])].flatMap(([name]) =>
    name === undefined ? [] : [name],
  )
  const titled = names.flatMap(name => TITLES.map(title => `${title} ${name}`))
  return spell({ filler: true }, ...titled)
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
