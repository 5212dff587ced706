/** „0:42“, „12:05“, „1:02:30“ */
export const stopwatch = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const [hours = 0, minutes = 0, rest = 0] = parts
  const tail = `${hours > 0 ? String(minutes).padStart(2, '0') : minutes}:${String(rest).padStart(2, '0')}`
  return hours > 0 ? `${hours}:${tail}` : tail
}

/** „38 ms“, „1,24 s“ */
export const tookText = (ms: number, locale: string): string =>
  ms < 1000
    ? `${new Intl.NumberFormat(locale, { maximumFractionDigits: ms < 10 ? 1 : 0 }).format(ms)} ms`
    : `${new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(ms / 1000)} s`

/** Time since the start of a call with its milliseconds: „+7,412 s“, „+1:07,412“. */
export const offsetText = (ms: number, locale: string): string => {
  const wholeMinutes = Math.floor(Math.abs(ms) / 60_000)
  const seconds = (Math.abs(ms) % 60_000) / 1000
  const digits = { minimumFractionDigits: 3, maximumFractionDigits: 3 }
  const sign = ms < 0 ? '−' : '+'
  if (wholeMinutes === 0) return `${sign}${new Intl.NumberFormat(locale, digits).format(seconds)} s`
  const padded = new Intl.NumberFormat(locale, { ...digits, minimumIntegerDigits: 2 }).format(seconds)
  return `${sign}${wholeMinutes}:${padded}`
}
