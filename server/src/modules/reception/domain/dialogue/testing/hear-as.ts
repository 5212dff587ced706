import type { Catalogue } from '../catalogue.ts'
import { understand } from '../understand/understand.ts'
import type { Expecting, Understanding } from '../understand/understanding.ts'
import { findTimeByWords } from './find-time-by-words.ts'
import { salon } from './worlds.ts'

const anything: Expecting = { kind: 'anything' }

export function hearAs(
  utterance: string,
  expecting: Expecting = anything,
  catalogue: Catalogue = salon,
): Understanding {
  return understand(utterance, expecting, { lang: 'de', catalogue, findTime: findTimeByWords })
}
