/** What stands in a JSON value at a path such as `slots[0].token` or `slots.0.token`; undefined: nothing. */
export function valueAt(value: unknown, path: string): unknown {
  const steps = path.split(/[.[\]]+/).filter(step => step !== '')
  return steps.reduce<unknown>(
    (found, step) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, step)
        ? (found as Record<string, unknown>)[step]
        : undefined,
    value,
  )
}
