const units = [
  'null',
  'ein',
  'zwei',
  'drei',
  'vier',
  'fuenf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwoelf',
  'dreizehn',
  'vierzehn',
  'fuenfzehn',
  'sechzehn',
  'siebzehn',
  'achtzehn',
  'neunzehn',
] as const

const tens = [
  'zwanzig',
  'dreissig',
  'vierzig',
  'fuenfzig',
  'sechzig',
  'siebzig',
  'achtzig',
  'neunzig',
] as const

const irregularOrdinals: Readonly<Record<number, string>> = { 1: 'erst', 3: 'dritt', 7: 'siebt', 8: 'acht' }

/** "null" to "neunundneunzig" in folded spelling. */
export const numbers: ReadonlyMap<string, number> = new Map([
  ...units.map((word, value): [string, number] => [word, value]),
  ...tens.flatMap((ten, index): [string, number][] => [
    [ten, (index + 2) * 10],
    ...units
      .slice(1, 10)
      .map((unit, value): [string, number] => [`${unit}und${ten}`, (index + 2) * 10 + value + 1]),
  ]),
  ['eins', 1],
  ['eine', 1],
  ['zwo', 2],
])

const articles = new Set(['ein', 'eine'])

/** The same without the words that are articles first. */
export const plainNumbers: ReadonlyMap<string, number> = new Map(
  [...numbers].filter(([word]) => !articles.has(word)),
)

/** "erste" to "einunddreissigsten", with every ending an ordinal takes. */
export const ordinals: ReadonlyMap<string, number> = new Map(
  [...numbers]
    .filter(([word, value]) => value >= 1 && value <= 31 && !['eins', 'eine', 'zwo'].includes(word))
    .flatMap(([word, value]) =>
      ['e', 'en', 'er', 'es', 'em'].map((ending): [string, number] => [
        ordinalStem(word, value) + ending,
        value,
      ]),
    ),
)

export function numberIn(word: string): number | null {
  return /^\d{1,2}$/.test(word) ? Number(word) : (numbers.get(word) ?? null)
}

function ordinalStem(word: string, value: number): string {
  return irregularOrdinals[value] ?? (value < 20 ? `${word}t` : `${word}st`)
}
