import type { Catalogue } from '../catalogue.ts'

export const salon: Catalogue = {
  business: 'Salon Morgenrot',
  sector: 'other',
  agentNames: ['Aurora'],
  services: [
    { name: 'Haarschnitt Damen', synonyms: ['Damenschnitt', 'Damenhaarschnitt'] },
    { name: 'Haarschnitt Herren', synonyms: ['Herrenschnitt', 'Männerhaarschnitt'] },
    { name: 'Kinderhaarschnitt', synonyms: ['Kinderschnitt', 'Haarschnitt für mein Kind'] },
    { name: 'Föhnen', synonyms: ['Waschen und Föhnen', 'Styling'] },
    { name: 'Färben', synonyms: ['Farbe', 'Ansatz färben', 'Coloration'] },
    { name: 'Dauerwelle', synonyms: [] },
  ],
  staff: ['Mara', 'Jonas', 'Aylin'],
}

export const practice: Catalogue = {
  business: 'Praxis Dr. Sommer',
  sector: 'health',
  agentNames: [],
  services: [
    { name: 'Erstgespräch', synonyms: [] },
    { name: 'Kontrolle', synonyms: [] },
    { name: 'Schmerztermin', synonyms: [] },
    { name: 'Prophylaxe', synonyms: [] },
  ],
  staff: ['Dr. Sommer', 'Frau Winkler'],
}

export const garage: Catalogue = {
  business: 'Werkstatt Krause',
  sector: 'other',
  agentNames: [],
  services: [
    { name: 'Reifenwechsel', synonyms: [] },
    { name: 'Inspektion', synonyms: [] },
    { name: 'Diagnose', synonyms: [] },
    { name: 'Fahrzeugannahme', synonyms: [] },
  ],
  staff: ['Kemal', 'Lutz'],
}

export const consultants: Catalogue = {
  business: 'Beratung Nordlicht',
  sector: 'other',
  agentNames: [],
  services: [{ name: 'Beratungsgespräch', synonyms: [] }],
  staff: ['Ines', 'Ole', 'Runa'],
}
