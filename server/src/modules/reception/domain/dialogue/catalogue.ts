/** What a business offers and who works there, as far as a conversation needs it to recognise their names. */
export type Catalogue = {
  readonly business: string
  /** Where people come for their health, words for an emergency are answered before anything else. */
  readonly sector: 'health' | 'other'
  /** Names the receptionist itself goes by; nobody is booked under one of them. */
  readonly agentNames: readonly string[]
  readonly services: readonly { readonly name: string; readonly synonyms: readonly string[] }[]
  readonly staff: readonly string[]
}
