import { expect, test } from 'vitest'
import { practice } from '../testing/worlds.ts'
import { startDialogue } from './start-dialogue.ts'

test('the first sentence names the business and says that an AI is speaking', () => {
  const { next } = startDialogue({
    lang: 'de',
    homeLang: 'de',
    catalogue: practice,
    callerNumber: 'shown',
    mail: 'configured',
  })
  expect(next).toEqual({
    kind: 'speak',
    acts: ['greet', 'disclose'],
    text: 'Guten Tag, hier ist Praxis Dr. Sommer. Sie sprechen mit der digitalen Assistentin, einer KI. Was kann ich für Sie tun?',
    afterwards: 'listen',
  })
})
