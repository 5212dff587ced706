/** What a model sends where a text or a yes belongs; none of it is either. A number is text that was not quoted. */
const WRONG: readonly unknown[] = [{}, [], { a: { b: 1 } }, [[]], null, false, '', ' ', { toString: 'x' }]

/** The same arguments, none of them of its type: all wrong at once, then each alone and the others missing. */
export function wrongTypes(args: object, first: number): Record<string, unknown>[] {
  const names = Object.keys(args)
  const wrong = (index: number): unknown => WRONG[(first + index) % WRONG.length]
  return [
    Object.fromEntries(names.map((name, index) => [name, wrong(index)])),
    ...names.map((name, index) => ({ [name]: wrong(index + 1) })),
  ]
}
