import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { textCall } from '../support/text-call.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startProduct({ clock: fixedClock('2099-11-24T12:00:00+01:00') })
})
afterAll(() => product.stop())

const salon = async (method: string, path: string, body?: unknown) =>
  await send(product.url, { method, path: `/api/v1${path}`, key: product.keys.salon, body })

async function ask(question: string, language: 'de' | 'en' = 'de') {
  const call = await textCall(product, 'salon', { language })
  const { acts, text } = await call.say(question)
  return { acts, text, call }
}

describe('what the salon has written down is answered word for word', () => {
  test.each([
    ['Wo kann ich denn bei Ihnen parken?', 'Ja, bei uns im Hof gibt es zwei Parkplätze.'],
    ['Haben Sie Parkmöglichkeiten?', 'Ja, bei uns im Hof gibt es zwei Parkplätze.'],
    ['Gibt es Parkplaetze?', 'Ja, bei uns im Hof gibt es zwei Parkplätze.'],
    ['Kann ich bei Ihnen mit Karte bezahlen?', 'Sie können bei uns mit Karte und bar bezahlen.'],
    ['Nehmen Sie Kreditkarten?', 'Sie können bei uns mit Karte und bar bezahlen.'],
    ['Wie lautet Ihre Adresse?', 'Sie finden uns im Lindenweg 12 in 10437 Berlin.'],
    ['Wo sind Sie denn genau? Wo finde ich Sie?', 'Sie finden uns im Lindenweg 12 in 10437 Berlin.'],
    [
      'Ich bin allergisch, muss ich da was machen?',
      'Vor dem ersten Färben machen wir einen Patch-Test, und zwar 48 Stunden vorher.',
    ],
    ['Kann man bei Ihnen Gutscheine kaufen?', 'Ja, Gutscheine gibt es bei uns im Salon.'],
  ])('"%s"', async (question, answer) => {
    const { acts, text } = await ask(question)
    expect([acts[0], text]).toEqual(['answer', expect.stringContaining(answer)])
  })

  test.each([
    ['Where can I park?', 'Yes, there are two parking spaces in our courtyard.'],
    ['Do you have any gift vouchers?', 'Yes, we have gift vouchers here in the salon.'],
    ['Can I pay by card?', 'You can pay by card and in cash.'],
  ])('in English: "%s"', async (question, answer) => {
    const { acts, text } = await ask(question, 'en')
    expect([acts[0], text]).toEqual(['answer', expect.stringContaining(answer)])
  })
})

describe('the catalogue answers', () => {
  test.each([
    ['Wann haben Sie geöffnet?', 'Dienstag bis Freitag von neun Uhr bis achtzehn Uhr'],
    [
      'Haben Sie am Samstag geöffnet?',
      'achtundzwanzigste November: da ist von neun Uhr bis vierzehn Uhr geöffnet',
    ],
    ['Haben Sie am Montag auf?', 'da ist geschlossen'],
    ['Was kostet ein Herrenschnitt?', 'kostet zweiunddreißig Euro'],
    ['Wie lange dauert eine Dauerwelle?', 'zwei Stunden und fünfzehn Minuten'],
    ['Wer macht bei Ihnen Färben?', 'Färben machen bei uns Mara und Aylin.'],
    ['Macht Jonas auch Dauerwelle?', 'Nein, Dauerwelle macht Jonas nicht. Das machen Mara und Aylin.'],
    [
      'Was macht Jonas bei Ihnen?',
      'Jonas macht Haarschnitt Damen, Haarschnitt Herren, Kinderhaarschnitt und Föhnen.',
    ],
    ['Wer arbeitet bei Ihnen?', 'Bei uns arbeiten Mara, Jonas und Aylin.'],
  ])('"%s"', async (question, answer) => {
    const { acts, text } = await ask(question)
    expect([acts[0], text]).toEqual(['answer', expect.stringContaining(answer)])
  })

  test.each([
    ['When are you open on Saturday?', 'we are open from nine a.m. to two p.m.'],
    ['How much is Färben?', 'eighty-nine euros'],
    ['Who does Färben?', 'Färben is done by Mara and Aylin.'],
  ])('in English: "%s"', async (question, answer) => {
    const { acts, text } = await ask(question, 'en')
    expect([acts[0], text]).toEqual(['answer', expect.stringContaining(answer)])
  })
})

test('a call in which a question was answered is an answered one', async () => {
  const { call } = await ask('Wo kann ich parken?')
  await call.say('Nein danke, tschüss')
  expect((await call.detail()).outcome).toBe('answered')
})

test('a question in the middle of a booking is answered, and the booking goes on', async () => {
  const call = await textCall(product, 'salon', { from: '+491713920044' })
  const asked = await call.sayAll('Föhnen am Donnerstag um zehn', 'Wo kann ich denn parken?')
  expect(asked.acts).toEqual(['answer', 'offer'])
})

describe('what nobody can answer', () => {
  test.each(['Verkaufen Sie Shampoo?', 'Kann ich meinen Hund mitbringen?', 'Gibt es eine Toilette?'])(
    'is said so, a callback is offered, and the question is kept for the owner: "%s"',
    async question => {
      const { acts, text, call } = await ask(question)
      expect([acts, text]).toEqual([
        ['offer_callback'],
        expect.stringContaining('Das weiß ich leider nicht.'),
      ])
      const { body } = await salon('GET', '/knowledge/unanswered?state=open')
      expect(body.items[0]).toMatchObject({ question, language: 'de', call_id: call.id, state: 'open' })
    },
  )

  test('is answered once the owner has written it down, and ticked off', async () => {
    const asked = 'Haben Sie WLAN für Kunden?'
    await ask(asked)
    const article = {
      language: 'de',
      questions: ['Haben Sie WLAN?'],
      answer: 'Ja, das Passwort hängt an der Kasse.',
    }
    const written = await salon('POST', '/knowledge/articles', article)
    expect([written.status, written.body]).toEqual([201, expect.objectContaining(article)])
    expect((await ask(asked)).text).toContain(article.answer)
    const { body } = await salon('GET', '/knowledge/unanswered')
    const open = body.items.find(({ question }: Json) => question === asked)
    const settled = await salon('PATCH', `/knowledge/unanswered/${open.id}`, { state: 'done' })
    expect(settled.body).toMatchObject({ state: 'done', settled_by: expect.any(String) })
  })
})

test('an article changes under its version, goes, and comes back', async () => {
  const made = await salon('POST', '/knowledge/articles', {
    language: 'de',
    questions: ['Kaffee'],
    answer: 'Kaffee gibt es immer.',
  })
  const path = `/knowledge/articles/${made.body.id}`
  const changed = await salon('PATCH', path, { answer: 'Kaffee gibt es vormittags.', version: 1 })
  expect(changed.body).toMatchObject({ answer: 'Kaffee gibt es vormittags.', version: 2 })
  expect((await salon('PATCH', path, { answer: 'Nein.', version: 1 })).status).toBe(409)
  await salon('DELETE', path)
  expect((await ask('Gibt es Kaffee?')).acts).toEqual(['offer_callback'])
  await salon('POST', `${path}/restore`)
  expect((await ask('Gibt es Kaffee?')).text).toContain('Kaffee gibt es vormittags.')
})

test('nobody hears, reads or changes the articles of another business', async () => {
  const [article] = (await salon('GET', '/knowledge/articles?language=de')).body.items
  const call = await textCall(product, 'garage')
  expect((await call.say('Wo kann ich parken?')).acts).toEqual(['offer_callback'])
  const foreign = await product.get(`/api/v1/knowledge/articles/${article.id}`, product.keys.garage)
  expect(foreign.status).toBe(404)
})
