import { describe, expect, it } from 'vitest'
import type { Catalogue } from './catalogue.ts'
import { sameCatalogue } from './same-catalogue.ts'

function salon(service: string): Catalogue {
  return {
    business: 'Salon Morgenrot',
    sector: 'other',
    agentNames: [],
    services: [{ name: service, synonyms: ['Kur'] }],
    staff: ['Mara'],
  }
}

describe('sameCatalogue', () => {
  it('knows a catalogue again that was read anew', () => {
    const first = sameCatalogue(salon('Pflege'))
    expect(sameCatalogue(salon('Pflege'))).toBe(first)
  })

  it('takes a catalogue with a changed name for another one', () => {
    sameCatalogue(salon('Pflege'))
    expect(sameCatalogue(salon('Haarpflege')).services[0]?.name).toBe('Haarpflege')
  })

  it('forgets what nobody asked for lately', () => {
    const first = sameCatalogue(salon('Maniküre'))
    for (let i = 0; i < 300; i += 1) sameCatalogue(salon(`Behandlung ${i}`))
    expect(sameCatalogue(salon('Maniküre'))).not.toBe(first)
  })
})
