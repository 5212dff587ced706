const units = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const

const tens = ['twenty', 'thirty', 'forty', 'fifty'] as const

/** "zero" to "fifty nine"; a hyphen counts as a space. */
export const numbers: ReadonlyMap<string, number> = new Map([
  ...units.map((word, value): [string, number] => [word, value]),
  ...tens.flatMap((ten, index): [string, number][] => [
    [ten, (index + 2) * 10],
    ...units
      .slice(1, 10)
      .map((unit, value): [string, number] => [`${ten} ${unit}`, (index + 2) * 10 + value + 1]),
  ]),
])

/** As telephone numbers are read out; "oh" is a zero. Tens are left out: "twenty one" would be read as 201. */
export const digits: ReadonlyMap<string, number> = new Map([
  ...[...numbers].filter(([, value]) => value < 20),
  ['oh', 0],
  ['nought', 0],
])

/** Numbers that are a place in a row: "two", "number one". "One" alone mostly stands for a noun: "the later one". */
export const places: ReadonlyMap<string, number> = new Map([
  ...['one', 'two', 'three'].flatMap((word, index): [string, number][] => [
    [`number ${word}`, index + 1],
    [`option ${word}`, index + 1],
  ]),
  ['two', 2],
  ['three', 3],
])

const irregularOrdinals: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

/** "first" to "thirty first". */
export const ordinals: ReadonlyMap<string, number> = new Map(
  [...numbers]
    .filter(([, value]) => value >= 1 && value <= 31)
    .flatMap(([word, value]): [string, number][] => [
      [ordinalOf(word), value],
      [
        `${value}${['th', 'st', 'nd', 'rd'][value % 10 < 4 && Math.floor(value / 10) !== 1 ? value % 10 : 0]}`,
        value,
      ],
    ]),
)

export function numberIn(said: string): number | null {
  if (/^\d{1,2}$/.test(said)) return Number(said)
  return numbers.get(said.replace(/[^a-z]+/g, ' ')) ?? null
}

function ordinalOf(cardinal: string): string {
  const [last = '', ...before] = cardinal.split(' ').reverse()
  const ordinal = irregularOrdinals[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)
  return [...before, ordinal].join(' ')
}
