const HOLIDAYS = /-(12-25|12-26|01-01|10-03|05-01|03-08)$/

/** A Wednesday about two weeks from now on which everybody of the salon works. */
export function nextWednesday(): string {
  const soon = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 12 })
  const day = soon.add({ days: (10 - soon.dayOfWeek) % 7 })
  return (HOLIDAYS.test(day.toString()) ? day.add({ days: 7 }) : day).toString()
}
