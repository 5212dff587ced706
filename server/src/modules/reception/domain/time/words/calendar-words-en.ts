import type { Meaning, Weekday, WordTable } from '../meaning.ts'
import { spell } from './inflect.ts'

const WEEKDAYS: readonly (readonly string[])[] = [
  ['monday', 'mon'],
  ['tuesday', 'tue', 'tues'],
  ['wednesday', 'wed'],
  ['thursday', 'thu', 'thur', 'thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
]
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]
const EVERYDAY = new Set(['mon', 'wed', 'sat', 'sun', 'march', 'mar', 'may'])

export const CALENDAR_WORDS_EN: WordTable = {
  today: { dayOffset: 0 },
  tonight: { dayOffset: 0, alsoPart: 'evening' },
  ...spell({ dayOffset: 1 }, 'tomorrow', 'tomorow', 'tmrw'),
  ...spell({ dayOffset: 2 }, 'the day after tomorrow', 'day after tomorrow', 'overmorrow'),
  yesterday: { dayOffset: -1 },
  ...spell({ dayOffset: -2 }, 'the day before yesterday', 'day before yesterday'),
  ...weekdayWords(),
  ...monthWords(),
  ...spell(
    { weekdays: [1, 2, 3, 4, 5] },
    'weekdays',
    'workdays',
    'working days',
    'during the week',
    'weekday',
    'any weekday',
    'every weekday',
  ),
  ...spell({ weekend: true }, 'weekend', 'week end'),
  weekends: { weekdays: [6, 7] },
  ...spell({ which: 'this' }, 'this'),
  ...spell({ which: 'coming' }, 'coming', 'this coming', 'following', 'upcoming'),
  next: { which: 'next' },
  ...spell({ which: 'last' }, 'last', 'previous', 'past'),
  'the week after next': { which: 'after_next', unit: 'week' },
  'week after next': { which: 'after_next', unit: 'week' },
  ...spell({ every: true }, 'every', 'each', 'any'),
  ...spell({ every: true, everyOther: true }, 'every other'),
  ...spell({ everyWeeks: 1 }, 'weekly'),
  ...spell({ everyWeeks: 2 }, 'fortnightly', 'biweekly', 'bi weekly', 'every fortnight'),
  ...spell({ which: 'this', unit: 'month' }, 'every month', 'each month'),
  ...spell({ third: 'start' }, 'start', 'beginning'),
  ...spell({ lastOfMonth: true }, 'last of the month'),
  ...spell({ third: 'middle' }, 'middle', 'mid'),
  ...spell({ third: 'end' }, 'end'),
  ...spell({ third: 'start', early: true }, 'early'),
  ...spell({ third: 'end', late: true }, 'late'),
  half: { monthHalf: true },
  midweek: { third: 'middle', unit: 'week' },
  ...spell({ calendarWeek: true }, 'calendar week', 'cw', 'week number'),
  ...spell({ unit: 'minute' }, 'minute', 'minutes', 'min', 'mins'),
  ...spell({ unit: 'hour' }, 'hour', 'hours'),
  ...spell({ unit: 'day' }, 'day', 'days'),
  ...spell({ unit: 'week' }, 'week', 'weeks'),
  ...spell({ unit: 'month' }, 'month', 'months'),
  ...spell({ unit: 'year' }, 'year', 'years'),
  ...spell({ amount: 2, unit: 'week' }, 'fortnight', 'a fortnight', 'fortnights'),
  ...spell({ amount: 2, unit: 'hour' }, 'couple of hours', 'a couple of hours', 'a couple hours'),
  ...spell({ amount: 30, unit: 'minute' }, 'half an hour', 'half hour', 'a half hour', 'a half an hour'),
  ...spell(
    { amount: 45, unit: 'minute' },
    'three quarters of an hour',
    'three quarter hours',
    'three quarters of hour',
  ),
  ...spell({ amount: 15, unit: 'minute' }, 'quarter of an hour', 'a quarter of an hour', 'quarter hour'),
  ...spell({ amount: 90, unit: 'minute' }, 'an hour and a half', 'one hour and a half'),
  ...spell({ amount: 1.5, unit: 'week' }, 'week and a half', 'a week and a half'),
  ...spell({ amount: 1.5, unit: 'month' }, 'month and a half', 'a month and a half'),
  ...spell({ amount: 18, unit: 'month' }, 'year and a half', 'a year and a half'),
  ...spell({ amount: 6, unit: 'month' }, 'half a year'),
  ...spell({ otherDay: true }, 'another day', 'different day', 'other day', 'some other day'),
  ...spell(
    { several: true, unit: 'week' },
    'few weeks',
    'a few weeks',
    'couple of weeks',
    'a couple of weeks',
  ),
  ...spell({ several: true, unit: 'month' }, 'few months', 'a few months', 'couple of months'),
  ...spell({ sameDay: true }, 'same day', 'that day', 'later that day'),
  ...spell({ amount: 1, unit: 'day', later: 1 }, 'next day', 'following day', 'day after that'),
  ...spell(
    { which: 'next', amount: 6, unit: 'day' },
    'next few days',
    'next couple of days',
    'coming days',
    'few days',
    'a few days',
    'couple of days',
    'a couple of days',
    'a couple days',
    'couple days',
  ),
  ...spell({ which: 'next', unit: 'year', holiday: 'turn_of_the_year' }, 'new year'),
  ...spell({ holiday: 'turn_of_the_year' }, 'new years', 'new year s'),
  ...spell({ holiday: 'new_year' }, 'new years day', 'new year s day'),
  ...spell({ holiday: 'epiphany' }, 'epiphany', 'three kings day'),
  ...spell({ holiday: 'good_friday' }, 'good friday'),
  ...spell({ holiday: 'valentines_day' }, 'valentines day', 'valentine s day'),
  ...spell({ holiday: 'easter_saturday' }, 'holy saturday'),
  ...spell({ holiday: 'easter' }, 'easter', 'easter weekend'),
  ...spell({ holiday: 'easter_sunday' }, 'easter sunday'),
  ...spell({ holiday: 'easter_monday' }, 'easter monday'),
  ...spell({ holiday: 'labour_day' }, 'labour day', 'labor day', 'may day'),
  ...spell({ holiday: 'mothers_day' }, 'mothers day', 'mother s day'),
  ...spell({ holiday: 'ascension' }, 'ascension', 'ascension day'),
  ...spell({ holiday: 'pentecost' }, 'pentecost', 'whitsun'),
  ...spell({ holiday: 'spring' }, 'in spring', 'in the spring', 'next spring', 'this spring'),
  ...spell({ holiday: 'summer', everyday: true }, 'summer'),
  ...spell({ holiday: 'autumn' }, 'autumn', 'in the fall', 'in fall', 'next fall', 'this fall'),
  ...spell({ holiday: 'winter', everyday: true }, 'winter'),
  ...spell({ holiday: 'whit_monday' }, 'whit monday', 'pentecost monday'),
  ...spell({ holiday: 'corpus_christi' }, 'corpus christi'),
  ...spell({ holiday: 'german_unity' }, 'german unity day', 'unity day'),
  ...spell({ holiday: 'reformation' }, 'reformation day', 'halloween'),
  ...spell({ holiday: 'all_saints' }, 'all saints day', 'all saints'),
  ...spell({ holiday: 'st_nicholas' }, 'st nicholas day', 'saint nicholas day'),
  ...spell({ holiday: 'christmas_eve' }, 'christmas eve'),
  ...spell({ holiday: 'christmas' }, 'christmas', 'xmas'),
  ...spell({ holiday: 'christmas_day' }, 'christmas day'),
  ...spell({ holiday: 'boxing_day' }, 'boxing day'),
  ...spell(
    { holiday: 'between_the_years' },
    'between the years',
    'between christmas and new year',
    'between christmas and new years',
    'between christmas and new year s',
  ),
  ...spell({ holiday: 'new_years_eve' }, 'new years eve', 'new year s eve'),
  ...spell(
    { schoolHolidays: true },
    'school holidays',
    'half term',
    'summer holidays',
    'easter holidays',
    'autumn holidays',
    'christmas holidays',
    'winter holidays',
    'term time',
  ),
  ...spell({ workday: true }, 'working day', 'business day', 'workday'),
  ...spell({ dayOffset: 7 }, 'today week'),
  ...spell({ dayOffset: 8 }, 'tomorrow week'),
  ...spell({ holidays: true }, 'holidays', 'festive season', 'holiday season'),
  ...spell({ publicHoliday: true }, 'public holiday', 'bank holiday'),
}

function weekdayWords(): WordTable {
  const table: Record<string, Meaning> = {}
  for (const [i, names] of WEEKDAYS.entries()) {
    const weekday = (i + 1) as Weekday
    for (const name of names) {
      table[name] = EVERYDAY.has(name) ? { weekday, everyday: true } : { weekday }
    }
    table[`${names[0]}s`] = { weekdays: [weekday] }
  }
  return table
}

function monthWords(): WordTable {
  const table: Record<string, Meaning> = {}
  for (const [i, names] of MONTHS.entries()) {
    for (const name of names) {
      table[name] = EVERYDAY.has(name) ? { month: i + 1, everyday: true } : { month: i + 1 }
    }
  }
  return table
}
