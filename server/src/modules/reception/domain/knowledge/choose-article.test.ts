import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Article, type Asked, chooseArticle } from './choose-article.ts'

const parking: Article = {
  answer: 'Im Hof.',
  questions: ['Wo kann ich parken?', 'Gibt es Parkplätze?'],
  stems: [['park'], ['gibt', 'parkplatz']],
}
const vouchers: Article = {
  answer: 'Ja.',
  questions: ['Verkaufen Sie Gutscheine?', 'Gutschein'],
  stems: [['gutschein', 'verkauf'], ['gutschein']],
}
const address: Article = { answer: 'Lindenweg 12.', questions: ['Wo sind Sie?'], stems: [[]] }
const articles = [parking, vouchers, address]

const answerTo = (words: string, ...stems: string[]): string | null =>
  chooseArticle({ words, stems }, articles)?.answer ?? null

describe('an article', () => {
  test('is found by one word that is a question of its own', () => {
    expect(answerTo('Ich komme mit dem Auto, kann ich da irgendwo parken?', 'komm', 'auto', 'park')).toBe(
      'Im Hof.',
    )
  })

  test.each([
    ['parkmoglich', 'Im Hof.'],
    ['geschenkgutschein', 'Ja.'],
  ])('is found by a word that is made of it: %s', (stem, answer) => {
    expect(answerTo('', stem)).toBe(answer)
  })

  test('is not found by half of a question', () => {
    expect(answerTo('Verkaufen Sie Shampoo?', 'verkauf', 'shampoo')).toBeNull()
  })

  test('is found by a question of nothing but small words, said as it is', () => {
    expect(answerTo('Sagen Sie mal, wo sind Sie denn genau?', 'sag', 'mal', 'genau')).toBe('Lindenweg 12.')
    expect(answerTo('Wo sind siebzehn Gäste?', 'gast')).toBeNull()
  })

  test('of which more was said comes before the others', () => {
    expect(answerTo('', 'gibt', 'parkplatz', 'gutschein')).toBe('Im Hof.')
  })
})

test('only what is there is ever answered, and nothing is found where nothing was said', () => {
  const words = fc.array(fc.constantFrom('park', 'verkauf', 'gutschein', 'gibt', 'hund'), { maxLength: 5 })
  fc.assert(
    fc.property(words, fc.shuffledSubarray(articles), (stems, known) => {
      const asked: Asked = { words: stems.join(' '), stems }
      const found = chooseArticle(asked, known)
      expect(found === null || known.includes(found)).toBe(true)
      if (stems.length === 0) expect(found).toBeNull()
    }),
  )
})
