/** The forms of a counted noun; `#` stands for the number. */
export type PluralForms = { one: string; other: string; zero?: string }

/** „1 Anruf“, „2 Anrufe“, by the plural rules of the language. `zero` is said instead of a nought if given. */
export const plural = (count: number, forms: PluralForms, locale: string): string => {
  if (count === 0 && forms.zero !== undefined) return forms.zero
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? forms.one : forms.other
  return form.replace('#', new Intl.NumberFormat(locale).format(count))
}
