import type { SentenceLanguage } from '../domain/change-sentences.ts'

/** What an explanation says, clause by clause. */
type Words = {
  readonly weekdays: readonly string[]
  /** Between day, month and year. */
  readonly separator: string
  readonly free: string
  readonly notice: (earliest: string) => string
  readonly horizon: (latest: string) => string
  readonly closed: string
  readonly full: (most: number) => string
  readonly dayFull: (most: number) => string
  readonly grid: string
  readonly together: string
  readonly unlisted: string
  readonly unqualified: (name: string, service: string) => string
  readonly away: (name: string) => string
  /** Windows of a date, each from and to. */
  readonly exception: (windows: ReadonlyArray<readonly string[]>) => string
  readonly blocked: (name: string, until: string | null) => string
  readonly absent: (name: string, until: string | null) => string
  readonly taken: (name: string, until: string | null) => string
}

const german: Words = {
  weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  separator: '.',
  free: 'frei',
  notice: earliest => `zu kurzfristig, möglich ab ${earliest}`,
  horizon: latest => `zu weit im Voraus, möglich bis ${latest}`,
  closed: 'geschlossen',
  full: most => `dieser Beginn ist voll, möglich sind ${most}`,
  dayFull: most => `dieser Tag ist voll, möglich sind ${most}`,
  grid: 'zu dieser Zeit beginnt kein Termin',
  together: 'wer und was dafür gebraucht wird, ist nicht zugleich frei',
  unlisted: 'niemand ist dafür eingetragen',
  unqualified: (name, service) => `${name} macht ${service} nicht`,
  away: name => `${name} ist dann nicht da`,
  exception: windows =>
    ` (Ausnahme an diesem Tag: ${windows.map(window => window.join(' bis ')).join(' und ') || 'ganz geschlossen'})`,
  blocked: (name, until) => `${name} ist${until === null ? '' : ` bis ${until}`} gesperrt`,
  absent: (name, until) => `${name} ist${until === null ? '' : ` bis ${until}`} abwesend`,
  taken: (name, until) => `${name} ist${until === null ? '' : ` bis ${until}`} belegt`,
}

const english: Words = {
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  separator: '/',
  free: 'free',
  notice: earliest => `too short notice, possible from ${earliest}`,
  horizon: latest => `too far ahead, possible until ${latest}`,
  closed: 'closed',
  full: most => `this start is full, ${most} are possible`,
  dayFull: most => `this day is full, ${most} are possible`,
  grid: 'no appointment begins at this time',
  together: 'those and that which it needs are not free at once',
  unlisted: 'nobody is listed for it',
  unqualified: (name, service) => `${name} does not do ${service}`,
  away: name => `${name} is not there then`,
  exception: windows =>
    ` (exception on this day: ${windows.map(window => window.join(' to ')).join(' and ') || 'closed all day'})`,
  blocked: (name, until) => `${name} is blocked${until === null ? '' : ` until ${until}`}`,
  absent: (name, until) => `${name} is away${until === null ? '' : ` until ${until}`}`,
  taken: (name, until) => `${name} is busy${until === null ? '' : ` until ${until}`}`,
}

export const EXPLANATION_WORDS: Readonly<Record<SentenceLanguage, Words>> = { de: german, en: english }
