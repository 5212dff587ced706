/** A scenario as the command `slots` reads it. */
export type ScenarioWindow = { readonly start: string; readonly end: string }

export type ScenarioCalendar = {
  readonly timezone: string
  readonly workingHours: ReadonlyArray<ScenarioWindow & { readonly days: readonly string[] }>
  readonly dateOverrides: ReadonlyArray<{
    readonly date: string
    readonly windows: readonly ScenarioWindow[]
  }>
  readonly busy: ReadonlyArray<{
    readonly start: string
    readonly end: string
    readonly bufferBefore?: number
    readonly bufferAfter?: number
  }>
}

export type Scenario = Partial<ScenarioCalendar> & {
  readonly id: string | number
  readonly displayTimezone?: string
  readonly slotMinutes: number
  readonly intervalMinutes: number
  readonly offsetMinutes?: number
  readonly bufferBefore: number
  readonly bufferAfter: number
  readonly minimumNoticeMinutes: number
  readonly now: string
  readonly range: { readonly from: string; readonly to: string }
  readonly staff?: readonly ScenarioCalendar[]
  readonly staffMode?: 'any' | 'all'
  readonly semantics: {
    readonly grid: 'window' | 'free' | 'clock'
    readonly buffer: 'candidate'
    readonly rangeEnd: 'slotEnd'
    readonly overnight: 'ignored' | 'wrap'
  }
}
