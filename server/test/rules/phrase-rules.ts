import type { FileRule } from './file-rules.ts'

/** Here phrases are read, and their meaning put into words. */
const READS_PHRASES = /^server\/src\/modules\/reception\/domain\/(time|speech)\//
/** Tests, and what only they use. */
const TRIED = /\.test\.ts$|\/testing\//

const MAY_NAME_AND_COUNT: Readonly<Record<string, string>> = {
  'server/src/modules/scheduling/explanation/explanation.ts':
    'names the weekday of a start in a sentence; reads none',
  'server/src/modules/catalogue/blocks/latest-start.ts': 'counts working days from today; reads no words',
  'server/src/modules/reporting/today-figures.ts': 'counts from midnight of today; reads no words',
  'server/src/roles/simulate/caller/english.ts':
    'the words of a caller who is played; the product reads none of it',
  'server/src/roles/simulate/caller/german.ts':
    'the words of a caller who is played; the product reads none of it',
}

const NAMES_DAYS =
  /['"`/|(\s](heute|morgen|(über|ueber)morgen|(vor)?gestern|(mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|today|tomorrow|yesterday|(mon|tues|wednes|thurs|fri|satur|sun)days?)['"`/|)\s\\]/i
const COUNTS_DAYS =
  /\.(add|subtract|with)\(\{\s*(days|weeks|months|years)\b|\.dayOfWeek\b|\.get(UTC)?Day\(|\.set(UTC)?Date\(/
const COMMENT = /\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm
const OTHER_PARSER = /from\s*['"](chrono-node|luxon|date-fns|dayjs|moment|sugar|sherlockjs|any-date-parser)\b/

/** Two readings of "nächsten Freitag" are one too many: words become dates in one place. */
export const leavesPhrasesToTheParser: FileRule = ({ path, text }) => {
  if (!path.startsWith('server/src/') || READS_PHRASES.test(path) || TRIED.test(path)) return []
  const code = text.replaceAll(COMMENT, '')
  if (OTHER_PARSER.test(code)) return [`${path} uses a second parser of dates`]
  const second = NAMES_DAYS.test(code) && COUNTS_DAYS.test(code) && !(path in MAY_NAME_AND_COUNT)
  return second ? [`${path} names days and counts them: phrases are read in reception/domain/time`] : []
}
