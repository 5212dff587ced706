/** Dates of a daily or weekly series from its first day on, without end; days of the week are 1 (Monday) to 7. */
export function* seriesDates(
  first: Temporal.PlainDate,
  rule: { readonly every: 'day' | 'week'; readonly interval: number; readonly days: readonly number[] },
): Generator<Temporal.PlainDate> {
  if (rule.every === 'day') {
    for (let date = first; ; date = date.add({ days: rule.interval })) yield date
  }
  const wanted = rule.days.length > 0 ? rule.days : [first.dayOfWeek]
  const monday = first.subtract({ days: first.dayOfWeek - 1 })
  for (let week = monday; ; week = week.add({ weeks: rule.interval }))
    for (const day of wanted) {
      const date = week.add({ days: day - 1 })
      if (Temporal.PlainDate.compare(date, first) >= 0) yield date
    }
}
