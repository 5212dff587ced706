import type { FileRule } from './file-rules.ts'

/** Where instants become wall time and back, and where phrases about time and calendar files are read. */
const RECKONS_WITH_TIME =
  /^server\/src\/platform\/time\/|^server\/src\/modules\/(reception\/domain\/(time|speech)|calendars\/domain\/ical)\//
/** Where intervals of free time are made. */
const MAKES_FREE_TIME =
  /^server\/src\/(platform\/time|modules\/scheduling|modules\/catalogue)\/|^server\/src\/modules\/reception\/domain\/time\//
const PRODUCT = /^(server|web)\/src\//
/** Tests, and what only they use. */
const TRIED = /\.test\.tsx?$|\/testing\//

const MAY_RECKON: Readonly<Record<string, string>> = {
  'server/src/modules/catalogue/domain/weekly-hours.ts':
    'places the minute of a fixed start on its local day',
  'server/src/platform/jobs/cadence.ts': 'wall times of schedules, where a skipped one comes later',
  'server/src/roles/simulate/caller/accept.ts': 'a caller who is played; the product reads none of it',
  'server/src/roles/simulate/caller/answer-act.ts': 'a caller who is played; the product reads none of it',
  'server/src/roles/simulate/caller/consider-offer.ts':
    'a caller who is played; the product reads none of it',
  'server/src/roles/simulate/make-given.ts': 'what is there before a played call',
  'web/src/util/local-date.ts': 'the one place of the browser, which has no Temporal',
}

/** A zone is asked, a Date is taken apart, or a day is a number of milliseconds. */
const RECKONS = [
  /\.toZonedDateTime(ISO)?\(/,
  /\.startOfDay\(/,
  /\.getTimeZoneTransition\(/,
  /\.getTimezoneOffset\(/,
  /\.get(UTC)?Day\(/,
  /\.set(UTC)?(Date|Hours|Minutes|Month|FullYear)\(/,
  /\b86_?400(_?000)?\b/,
  /\b24 \* 60 \* 60/,
  /\b24 \* 3_?600(_?000)?\b/,
  /\b1440 \* 60(_?000)?\b/,
]
const OTHER_CALENDAR =
  /from\s*['"](luxon|date-fns|date-fns-tz|dayjs|moment|moment-timezone|spacetime|@js-joda\/core)\b/
/** Intervals taken from each other, or the steps of a grid asked directly. */
const COMPUTES_SLOTS =
  /import \{[^}]*\b(subtract|unite|workingTime|freeGridStarts|freeGridRuns|findFreeStarts|availableStarts)\b[^}]*\} from/
const COMMENT = /\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm

/** Two ways to reckon with time disagree on the days that matter: when clocks change (failures 22, 23, 35). */
export const leavesTimeToOnePlace: FileRule = ({ path, text }) => {
  if (!PRODUCT.test(path) || TRIED.test(path)) return []
  const code = text.replaceAll(COMMENT, '')
  if (OTHER_CALENDAR.test(code)) return [`${path} uses a second library of dates`]
  const reckons = RECKONS.find(pattern => pattern.test(code))
  const second = reckons !== undefined && !RECKONS_WITH_TIME.test(path) && !(path in MAY_RECKON)
  return [
    ...(second ? [`${path} reckons with time (${reckons.source}); platform/time does`] : []),
    ...(COMPUTES_SLOTS.test(code) && !MAKES_FREE_TIME.test(path)
      ? [`${path} computes free time; scheduling/domain does`]
      : []),
  ]
}
