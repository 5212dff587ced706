import { addDays, CivilDate, civilDateOf, compareDays } from '../civil-date.ts'
import type { HolidayName } from '../meaning.ts'
import { type DayRun, dayRun, daysFrom, isBefore, weekdayFrom } from './day-run.ts'

type Rule = (year: number) => DayRun

/** Feasts and days that callers name. Fixed ones by month and day, movable ones by their distance to Easter. */
const HOLIDAYS: Readonly<Record<HolidayName, Rule>> = {
  new_year: fixed(1, 1),
  epiphany: fixed(1, 6),
  carnival_monday: fromEaster(-48),
  carnival_tuesday: fromEaster(-47),
  ash_wednesday: fromEaster(-46),
  womens_day: fixed(3, 8),
  valentines_day: fixed(2, 14),
  womens_carnival: fromEaster(-52),
  maundy_thursday: fromEaster(-3),
  good_friday: fromEaster(-2),
  easter_saturday: fromEaster(-1),
  easter: fromEaster(0, 1),
  easter_sunday: fromEaster(0),
  easter_monday: fromEaster(1),
  palm_sunday: fromEaster(-7),
  white_sunday: fromEaster(7),
  whit_saturday: fromEaster(48),
  labour_day: fixed(5, 1),
  mothers_day: year => dayRun(weekdayFrom(new CivilDate(year, 5, 8), 7)),
  ascension: fromEaster(39),
  pentecost: fromEaster(49, 50),
  whit_sunday: fromEaster(49),
  whit_monday: fromEaster(50),
  corpus_christi: fromEaster(60),
  assumption: fixed(8, 15),
  german_unity: fixed(10, 3),
  reformation: fixed(10, 31),
  all_saints: fixed(11, 1),
  st_martin: fixed(11, 11),
  repentance: year => dayRun(addDays(fourthAdvent(year), -32)),
  national_mourning: year => dayRun(addDays(fourthAdvent(year), -35)),
  memorial_sunday: year => dayRun(addDays(fourthAdvent(year), -28)),
  advent_1: advent(1),
  advent_2: advent(2),
  advent_3: advent(3),
  advent_4: advent(4),
  st_nicholas: fixed(12, 6),
  christmas_eve: fixed(12, 24),
  christmas: year => daysFrom(new CivilDate(year, 12, 24), new CivilDate(year, 12, 26)),
  christmas_day: fixed(12, 25),
  boxing_day: fixed(12, 26),
  between_the_years: year => daysFrom(new CivilDate(year, 12, 27), new CivilDate(year, 12, 31)),
  new_years_eve: fixed(12, 31),
  turn_of_the_year: year => daysFrom(new CivilDate(year, 12, 31), new CivilDate(year + 1, 1, 1)),
  immaculate_conception: fixed(12, 8),
  advent_season: year => daysFrom(addDays(fourthAdvent(year), -21), new CivilDate(year, 12, 24)),
  spring: season(3),
  summer: season(6),
  autumn: season(9),
  winter: season(12),
}

const EASTER_HOLIDAYS = fromEaster(-2, 1)
const PENTECOST_HOLIDAYS = fromEaster(49, 50)

/** The holiday of that year, or the next one that is not over. */
export function holidayOf(name: HolidayName, today: CivilDate, year?: number): DayRun {
  const rule = HOLIDAYS[name]
  if (year === undefined) {
    const begun = rule(today.year - 1)
    if (!isBefore(begun.last, today)) return begun
  }
  const run = rule(year ?? today.year)
  return year === undefined && isBefore(run.last, today) ? rule(today.year + 1) : run
}

/** "Die Feiertage": Easter, Pentecost or Christmas, and those may last until New Year: then both are meant. */
export function holidaysAhead(today: CivilDate): readonly DayRun[] {
  const christmas = holidayOf('christmas', today)
  const season = daysFrom(
    new CivilDate(christmas.first.year, 12, 24),
    new CivilDate(christmas.first.year + 1, 1, 1),
  )
  const before = holidayOf('turn_of_the_year', today)
  if (before.first.year < christmas.first.year) return [before]
  const [next] = [EASTER_HOLIDAYS, PENTECOST_HOLIDAYS]
    .map(rule => nextOf(rule, today))
    .filter(run => isBefore(run.last, christmas.first))
    .toSorted((a, b) => compareDays(a.first, b.first))
  return next === undefined ? [christmas, season] : [next]
}

/** The next public holiday of the tenant's region, if the region is known. */
export function publicHolidayAfter(
  today: CivilDate,
  publicHolidays: (year: number) => readonly string[],
): DayRun | null {
  const ahead = [today.year, today.year + 1]
    .flatMap(year => publicHolidays(year).map(date => civilDateOf(date)))
    .filter(date => isBefore(today, date))
    .toSorted(compareDays)
  return ahead[0] === undefined ? null : dayRun(ahead[0])
}

function nextOf(rule: Rule, today: CivilDate): DayRun {
  const run = rule(today.year)
  return isBefore(run.last, today) ? rule(today.year + 1) : run
}

function fixed(month: number, day: number): Rule {
  return year => dayRun(new CivilDate(year, month, day))
}

/** Three whole months; winter reaches into the next year. */
function season(month: number): Rule {
  return year => {
    const first = new CivilDate(year, month, 1)
    return daysFrom(first, addDays(first.add({ months: 3 }), -1))
  }
}

function fromEaster(days: number, lastDays = days): Rule {
  return year => {
    const easter = easterSunday(year)
    const first = addDays(easter, days)
    return lastDays === days ? dayRun(first) : daysFrom(first, addDays(easter, lastDays))
  }
}

function advent(nth: number): Rule {
  return year => dayRun(addDays(fourthAdvent(year), -(7 * (4 - nth))))
}

/** The last Sunday before Christmas Day. */
function fourthAdvent(year: number): CivilDate {
  return weekdayFrom(new CivilDate(year, 12, 18), 7)
}

/** The Gregorian computus of J.-M. Oudin (1940). */
function easterSunday(year: number): CivilDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const epact =
    (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30
  const moon =
    epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11))
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7
  const offset = moon - weekday
  const month = 3 + Math.floor((offset + 40) / 44)
  return new CivilDate(year, month, offset + 28 - 31 * Math.floor(month / 4))
}
