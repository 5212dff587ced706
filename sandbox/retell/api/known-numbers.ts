/** The numbers of the account. Imported by the API, or simply there: nobody has to own a carrier to try something out. */
export type KnownNumbers = Map<string, Record<string, unknown> & { phone_number: string }>

/** Makes numbers known that are not yet; nobody answers them. */
export function addNumbers(known: KnownNumbers, numbers: readonly string[], now: number): void {
  for (const number of numbers)
    if (!known.has(number))
      known.set(number, {
        phone_number: number,
        phone_number_type: 'custom',
        inbound_agents: [],
        last_modification_timestamp: now,
      })
}
