/** What we write into a booking's metadata. Cal.com takes strings alone: 50 keys, of 40 characters, with 500 (failure 53). */
const VALUE_LENGTH = 500

export type MetadataKey = 'askproai_reference' | 'askproai_phone' | 'askproai_source'

export const REFERENCE_KEY = 'askproai_reference' satisfies MetadataKey

/** Values that are too long are cut, those that are null left out; a reference is never cut, but refused. */
export function metadataOf(
  values: Readonly<Record<typeof REFERENCE_KEY, string>> &
    Partial<Readonly<Record<MetadataKey, string | null>>>,
): Readonly<Record<string, string>> {
  if (values.askproai_reference.length > VALUE_LENGTH)
    throw new RangeError('A reference must fit into metadata whole.')
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value.slice(0, VALUE_LENGTH)]] : [],
    ),
  )
}

export function referenceIn(metadata: Readonly<Record<string, unknown>> | null | undefined): string | null {
  const reference = metadata?.[REFERENCE_KEY]
  return typeof reference === 'string' ? reference : null
}
