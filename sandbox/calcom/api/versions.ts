/** The version each operation wants in `cal-api-version`. Another one, or none, leads to a controller that has no such path. */
const VERSIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^GET \/v2\/bookings$/, ['2024-08-13', '2026-05-01']],
  [/^[A-Z]+ \/v2\/bookings/, ['2024-08-13']],
  [/^[A-Z]+ \/v2\/slots/, ['2024-09-04']],
  [/^[A-Z]+ \/v2\/event-types/, ['2024-06-14']],
  [/^[A-Z]+ \/v2\/schedules/, ['2024-06-11']],
]

export function isServed(method: string, path: string, version: unknown): boolean {
  const [, versions] = VERSIONS.find(([operation]) => operation.test(`${method} ${path}`)) ?? []
  return versions === undefined || versions.some(one => one === version)
}
