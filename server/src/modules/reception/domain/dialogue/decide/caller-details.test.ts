import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'

describe('the name', () => {
  test.each(['Unbekannt', 'Acht Uhr', 'Mara', 'Salon Morgenrot', 'Dauerwelle'])(
    'is asked again after "%s" (failure 75)',
    name => {
      const call = callUntil('name')
      expect(call.say(name).acts).toEqual(['ask_name'])
    },
  )

  test('that is refused twice is to be spelled, and then a callback is offered', () => {
    const call = callUntil('name')
    call.say('Unbekannt')
    expect(call.say('Acht Uhr').acts).toEqual(['spell_name'])
    expect(call.say('Mara').acts).toEqual(['apologise', 'offer_callback'])
  })

  test('that is spelled after it was refused counts', () => {
    const call = callUntil('name')
    call.say('Unbekannt')
    call.say('Acht Uhr')
    call.say('Petra Ludwig Ida Nordpol Dora Nordpol Emil Richard')
    expect(call.say('nein').text).toContain('auf den Namen Petra Lindner.')
  })

  test('of which the letters fit nothing that was said is read back letter by letter', () => {
    const call = callUntil('name')
    const asked = call.say('Anna Schmidt, B E R G M O S E R')
    expect(asked).toMatchObject({
      acts: ['confirm_name'],
      text: 'Ich habe Anna Bergmoser verstanden, geschrieben B, E, R, G, M, O, S, E, R. Stimmt das?',
    })
    expect(call.say('ja').acts).toEqual(['ask_email'])
  })

  test('that was understood clearly is not read back on its own', () => {
    expect(callUntil('name').say('Petra Lindner, L I N T N E R').acts).toEqual(['ask_email'])
  })

  test('cannot be kept back from a booking', () => {
    const call = callUntil('name')
    expect(call.say('Möchte ich nicht sagen, nein').text).toContain('brauche ich einen Namen')
  })

  test('is asked once more when the tool refuses it', () => {
    const answers = {
      book_appointment: [{ status: 'ask', what: 'name', say: 'Wie war Ihr Nachname?' }],
    } as const
    const call = callUntil('confirmation', { answers })
    expect(call.say('ja')).toMatchObject({ acts: ['ask_name'], text: 'Wie war Ihr Nachname?' })
    expect(call.say('Petra Lindner').acts).toEqual(['confirm_booking'])
  })
})

describe('the name, after it was given,', () => {
  test.each([
    ['nein, nicht Anna, Hanna', 'Hanna Schmidt'],
    ['Nicht Anna sondern Hanna.', 'Hanna Schmidt'],
    ['Hanna, nicht Anna', 'Hanna Schmidt'],
    ['Nein, nicht Schmidt, Schmitt', 'Anna Schmitt'],
    ['nein, nicht Anna Schmidt, Hanna Schmitt', 'Hanna Schmitt'],
    ['auf Schmitt, Anna Schmitt', 'Anna Schmitt'],
    ['auf den Namen Schmitt, Anna Schmitt', 'Anna Schmitt'],
    ['auf Schmidt, Anna Schmidt', 'Anna Schmidt'],
  ])('is corrected at the question for the address by "%s"', (utterance, name) => {
    const call = callUntil('name')
    call.say('Anna Schmidt')
    expect(call.say(utterance).acts).toEqual(['ask_email'])
    expect(call.say('nein').text).toContain(`auf den Namen ${name}.`)
  })

  test('is corrected though a colleague has the name that was wrong', () => {
    const call = callUntil('email')
    call.say('nein, nicht Jonas, Hanna')
    expect(call.say('nein').text).toContain('auf den Namen Hanna Feld.')
  })

  test('is corrected at the question for the number', () => {
    const call = callUntil('email', { callerNumber: 'withheld' })
    call.say('nein')
    expect(call.say('Nein, nicht Feld, Feldt').acts).toEqual(['ask_phone'])
    expect(call.say('nein').text).toContain('auf den Namen Jonas Feldt.')
  })

  test('is corrected at the read-back', () => {
    expect(callUntil('confirmation').say('Nein, nicht Feld, Feldt').text).toContain(
      'auf den Namen Jonas Feldt.',
    )
  })

  test.each(['nein, nicht nötig, danke', 'nein, nicht Anna, Hanna'])(
    'stays when something else is turned down: "%s"',
    utterance => {
      expect(callUntil('email').say(utterance).text).toContain('auf den Namen Jonas Feld.')
    },
  )
})

describe('the e-mail address', () => {
  test('is passed on and read back', () => {
    const call = callUntil('email')
    expect(call.say('jonas punkt feld ät beispiel punkt de').text).toContain(
      'jonas Punkt feld ät beispiel Punkt de',
    )
    call.say('ja')
    expect(argsOf(call, 'book_appointment')[0]?.email).toBe('jonas.feld@beispiel.de')
  })

  test.each(['nein', 'nein danke', 'brauche ich nicht', 'möchte ich nicht angeben', 'weiß ich gerade nicht'])(
    'is left out after "%s"',
    utterance => {
      const call = callUntil('email')
      expect(call.say(utterance).acts).toEqual(['confirm_booking'])
    },
  )

  test('is asked for itself after a yes', () => {
    const call = callUntil('email')
    expect(call.say('ja gern').text).toBe('Wie lautet Ihre E-Mail-Adresse?')
  })

  test('that a yes does not tell is left out after the second yes', () => {
    const call = callUntil('email')
    expect(['ja', 'ja'].map(utterance => call.say(utterance).acts)).toEqual([
      ['ask_email'],
      ['confirm_booking'],
    ])
  })

  test('that is not understood twice never stops the booking', () => {
    const call = callUntil('email')
    expect(call.say('blub at blub').acts).toEqual(['apologise', 'ask_email'])
    expect(call.say('blub at blub').acts).toEqual(['confirm_booking'])
  })

  test('is asked for once in a call', () => {
    const call = callUntil('booked')
    const acts = ['Noch einmal Föhnen am Freitag', 'der zweite', 'ja'].flatMap(
      utterance => call.say(utterance).acts,
    )
    expect(acts).toEqual(['offer', 'confirm_booking', 'booked', 'ask_anything_else'])
  })
})

describe('the telephone number', () => {
  test('is not asked for when it is shown', () => {
    expect(callUntil('email').say('nein').acts).toEqual(['confirm_booking'])
  })

  test('is asked for when it is withheld (failure 83)', () => {
    const call = callUntil('email', { callerNumber: 'withheld' })
    expect(call.say('nein').acts).toEqual(['ask_phone'])
    expect(call.say('null eins sieben eins drei neun zwei null null elf')).toMatchObject({
      acts: ['confirm_phone'],
      text: expect.stringContaining('null eins sieben eins, drei neun zwei, null null, eins eins'),
    })
    expect(call.say('ja, stimmt').acts).toEqual(['confirm_booking'])
    call.say('ja')
    expect(argsOf(call, 'book_appointment')[0]?.phone).toBe('01713920011')
  })

  test.each([
    ['Nein, am Ende vier sechs.', '01713920046'],
    ['hinten null zwölf', '01713920012'],
    ['Nein, null eins sieben eins drei neun zwei null null vier sechs', '01713920046'],
  ])('is corrected at its read-back by "%s"', (said, phone) => {
    const call = callUntil('email', { callerNumber: 'withheld' })
    for (const utterance of ['nein', '0171 3920045', said]) call.say(utterance)
    expect(call.state()).toMatchObject({ waitsFor: 'confirm_phone', caller: { phone: { value: phone } } })
    call.say('ja')
    call.say('ja')
    expect(argsOf(call, 'book_appointment')[0]?.phone).toBe(phone)
  })

  test('that was wrong three times is left out, and the booking goes on', () => {
    const call = callUntil('email', { callerNumber: 'withheld' })
    const acts = ['nein', '0171 3920045', 'nein', '0171 3920046', 'nein', '0171 3920047', 'nein'].map(
      utterance => call.say(utterance).acts,
    )
    expect(acts.slice(1)).toEqual([
      ...[['confirm_phone'], ['ask_phone'], ['confirm_phone'], ['ask_phone'], ['confirm_phone']],
      ['apologise', 'confirm_booking'],
    ])
  })

  test('keeps where it comes from', () => {
    const call = callUntil('email', { callerNumber: 'withheld' })
    for (const utterance of ['nein', '0171 3920045']) call.say(utterance)
    expect(call.state().caller.phone).toMatchObject({ source: 'spoken', confidence: 'likely' })
    call.say('ja')
    expect(call.state().caller.phone).toMatchObject({ source: 'confirmed', confidence: 'certain' })
  })

  test('that a yes does not tell is left out after the second yes', () => {
    const call = callUntil('email', { callerNumber: 'withheld' })
    const acts = ['nein', 'ja', 'ja'].map(utterance => call.say(utterance).acts)
    expect(acts).toEqual([['ask_phone'], ['ask_phone'], ['confirm_booking']])
  })

  test('may be kept back (failure 5)', () => {
    const call = callUntil('email', { callerNumber: 'withheld' })
    const acts = ['nein', 'möchte ich nicht angeben', 'ja'].flatMap(utterance => call.say(utterance).acts)
    expect(acts).toEqual(['ask_phone', 'confirm_booking', 'booked', 'ask_anything_else'])
    expect(argsOf(call, 'book_appointment')[0]).not.toHaveProperty('phone')
  })
})

describe('a second appointment in the same call', () => {
  test('is searched, held and booked on its own (failure 46)', () => {
    const call = callUntil('booked')
    for (const utterance of ['Ja, noch Färben nächste Woche', 'der zweite', 'ja']) call.say(utterance)
    expect(argsOf(call, 'book_appointment').map(({ token, name }) => [token, name])).toEqual([
      ['slot-tue-10', 'Jonas Feld'],
      ['slot-tue-1430', 'Jonas Feld'],
    ])
  })

  test('may follow on a no', () => {
    const call = callUntil('booked')
    expect(call.say('Nein, oder doch: ich brauche noch einen Termin').acts).toEqual(['ask_service'])
  })

  test('starts without the wishes of the first', () => {
    const call = callUntil('booked')
    expect(call.say('Ja, ich brauche noch einen Termin').acts).toEqual(['ask_service'])
  })
})
