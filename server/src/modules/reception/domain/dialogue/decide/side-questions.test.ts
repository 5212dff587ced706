import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'
import { toolsAnswering } from '../testing/fake-tools.ts'
import { scriptedCall } from '../testing/scripted-call.ts'
import { practice } from '../testing/worlds.ts'

describe('a question', () => {
  test('that nobody can answer does not cost the place that is held', () => {
    const answers = {
      answer_question: { status: 'unknown', say: 'Das weiß ich leider nicht. Soll Sie jemand zurückrufen?' },
    } as const
    const call = callUntil('name', { answers })
    const turn = call.say('Wieso brauchen Sie den?')
    expect(turn.acts).toEqual(['ask_name'])
    expect(turn.text).toMatch(/^Das weiß ich leider nicht\. Auf welchen Namen/)
  })

  test('about hours is answered in the words of the tool', () => {
    const call = callUntil('greeting')
    expect(call.say('Wann haben Sie geöffnet?')).toMatchObject({
      acts: ['answer', 'ask_anything_else'],
      text: 'Wir haben dienstags bis freitags von neun bis achtzehn Uhr geöffnet. Kann ich sonst noch etwas für Sie tun?',
    })
    expect(call.toolCalls.map(({ name }) => name)).toEqual(['answer_question'])
  })

  test.each([
    'Was kostet ein Herrenschnitt?',
    'Was kostet ein Haarschnitt?',
    'Wer macht bei Ihnen Färben?',
    'Wo kann ich parken?',
    'Nehmen Sie auch Kreditkarten?',
  ])('is put to the tool in the words of the caller: "%s"', question => {
    const call = callUntil('greeting')
    expect(call.say(question).acts[0]).toBe('answer')
    expect(argsOf(call, 'answer_question')).toEqual([{ question }])
  })

  test('when somebody works books nothing with them', () => {
    const call = callUntil('greeting')
    expect(call.say('Arbeitet die Mara auch nachmittags um vier?').acts[0]).toBe('answer')
    expect(argsOf(call, 'find_slots')).toEqual([])
  })

  test('for a time that nobody can answer may be a wish, and is asked back once', () => {
    const answers = {
      answer_question: { status: 'unknown', say: 'Das weiß ich leider nicht. Soll Sie jemand zurückrufen?' },
    } as const
    const call = callUntil('greeting', { answers })
    expect(call.say('Wann wäre denn das?').acts).toEqual(['ask_intent'])
    expect(call.say('Wann wäre denn das?').acts).toContain('offer_callback')
  })

  test.each(['Was kostet das?', 'Wie lange dauert das?'])(
    '"%s" is about the service that was chosen',
    question => {
      const call = callUntil('day')
      call.say(question)
      expect(argsOf(call, 'answer_question')).toEqual([{ question, service: 'Haarschnitt Herren' }])
    },
  )

  test.each([
    'Ich bin allergisch gegen Haarfarbe, was machen Sie da?',
    'Wie läuft das mit dem Färben genau ab?',
    'Von wann bis wann kann man bei Ihnen föhnen lassen?',
  ])('that names a service is no wish to book it: "%s"', question => {
    const call = callUntil('greeting')
    expect(call.say(question).acts[0]).toBe('answer')
    expect(argsOf(call, 'find_slots')).toEqual([])
  })

  test('after a booking is about no service in particular', () => {
    const call = callUntil('booked')
    call.say('Was kostet das?')
    expect(argsOf(call, 'answer_question')).toEqual([{ question: 'Was kostet das?' }])
  })

  test('about someone who will do is a wish for anyone', () => {
    expect(callUntil('offer').say('Bei wem ist mir egal').acts).toEqual(['offer'])
  })

  test.each(['day', 'offer', 'name', 'email', 'confirmation'] as const)(
    'at the %s returns to what was asked',
    moment => {
      const call = callUntil(moment)
      const asked = call.state().question
      const turn = call.say('Was kostet eigentlich Färben?')
      expect(turn.acts).toEqual(['answer', asked.act])
      expect(turn.text.endsWith(asked.text)).toBe(true)
    },
  )

  test.each([
    ['offer', 'Was kostet der erste?'],
    ['email', 'Nein, aber was kostet das?'],
    ['confirmation', 'Nein, was kostet das denn?'],
  ] as const)('at the %s is heard beside everything else: "%s"', (moment, utterance) => {
    expect(callUntil(moment).say(utterance).acts[0]).toBe('answer')
  })

  test('is not heard in a name', () => {
    expect(callUntil('name').say('Petra Preis').acts).toEqual(['ask_email'])
  })

  test('about another service does not change the one that is wanted', () => {
    const call = callUntil('confirmation')
    call.say('Was kostet eigentlich Färben?')
    call.say('ja')
    expect(call.toolCalls.at(-1)?.name).toBe('book_appointment')
  })

  test('and a wish in one sentence are both answered', () => {
    const call = callUntil('greeting')
    const turn = call.say('Was kostet ein Herrenschnitt, und haben Sie morgen was frei?')
    expect(turn.acts).toEqual(['answer', 'offer'])
    expect(call.toolCalls.map(({ name }) => name)).toEqual(['answer_question', 'find_slots'])
  })

  test('whether a person speaks is answered truthfully', () => {
    const turn = callUntil('day').say('Sind Sie ein Mensch?')
    expect(turn).toMatchObject({ acts: ['disclose', 'ask_day'] })
    expect(turn.text).toContain('KI')
  })

  test('that no tool answers leads to the offer of a callback', () => {
    const answers = { answer_question: { status: 'unknown', say: 'Das weiß ich nicht. Rückruf?' } } as const
    const call = callUntil('greeting', { answers })
    expect(call.say('Wo kann ich parken?')).toMatchObject({
      acts: ['offer_callback'],
      text: 'Das weiß ich nicht. Rückruf?',
    })
  })
})

describe('a callback', () => {
  test('is requested with the words that asked for it', () => {
    const call = callUntil('greeting')
    expect(call.say('Können Sie mich morgen um zehn zurückrufen? Mein Name ist Petra Lindner.').acts).toEqual(
      ['callback_noted', 'ask_anything_else'],
    )
    expect(argsOf(call, 'request_callback')).toEqual([
      {
        reason: 'Gesagt: „Können Sie mich morgen um zehn zurückrufen? Mein Name ist Petra Lindner.“',
        when: 'morgen um zehn',
        name: 'Petra Lindner',
      },
    ])
  })

  test('asks for the number when it is withheld', () => {
    const call = callUntil('greeting', { callerNumber: 'withheld' })
    const acts = ['Rufen Sie mich bitte zurück', 'Petra Lindner', '0171 3920011', 'ja'].map(
      utterance => call.say(utterance).acts,
    )
    expect(acts).toEqual([
      ...[['ask_name'], ['ask_phone']],
      ...[['callback_noted', 'confirm_phone'], ['ask_anything_else']],
    ])
    expect(argsOf(call, 'request_callback').map(({ phone }) => phone)).toEqual(['01713920011'])
  })

  test('is noted before its number is read back, and completed by the corrected one (failure 86)', () => {
    const call = callUntil('greeting', { callerNumber: 'withheld' })
    for (const said of ['Rückruf bitte', 'Petra Lindner', '0171 3920011', 'nein, am Ende zwölf'])
      call.say(said)
    expect(argsOf(call, 'request_callback').map(({ phone }) => phone)).toEqual(['01713920011', '01713920012'])
    expect(call.say('ja, genau').acts).toEqual(['ask_anything_else'])
  })

  test('is requested even by a caller who gives neither name nor number (failure 86)', () => {
    const call = callUntil('greeting', { callerNumber: 'withheld' })
    const acts = ['Rückruf bitte', 'nein', 'nein'].map(utterance => call.say(utterance).acts)
    expect(acts.at(-1)).toEqual(['callback_noted', 'ask_anything_else'])
    expect(argsOf(call, 'request_callback')).toEqual([{ reason: 'Gesagt: „Rückruf bitte“' }])
  })

  test('that was noted without a number is completed when the number comes after all', () => {
    const answers = {
      request_callback: [
        { status: 'noted', by: '', say: 'Notiert. Unter welcher Nummer erreichen wir Sie?' },
      ],
    } as const
    const call = callUntil('greeting', { callerNumber: 'withheld', answers })
    const turns = ['Rückruf bitte', 'Petra Lindner', 'nein', '0171 3920011'].map(call.say)
    expect(turns.map(({ acts }) => acts).slice(2)).toEqual([
      ['callback_noted', 'ask_phone'],
      ['callback_noted', 'confirm_phone'],
    ])
    expect(argsOf(call, 'request_callback').map(({ phone }) => phone)).toEqual([undefined, '01713920011'])
  })

  test('that was noted without a number stays so when the caller will not give one', () => {
    const answers = {
      request_callback: { status: 'noted', by: '', say: 'Notiert. Unter welcher Nummer?' },
    } as const
    const call = callUntil('greeting', { callerNumber: 'withheld', answers })
    const turns = ['Rückruf bitte', 'Petra Lindner', 'nein', 'nein'].map(call.say)
    expect(turns.at(-1)?.acts).toEqual(['ask_anything_else'])
    expect(argsOf(call, 'request_callback')).toHaveLength(1)
  })

  test('that needs a number nobody gives is not promised', () => {
    const answers = {
      request_callback: { status: 'ask', what: 'phone', say: 'Unter welcher Nummer?' },
    } as const
    const call = callUntil('greeting', { callerNumber: 'withheld', answers })
    const turns = ['Rückruf bitte', 'Petra Lindner', 'nein'].map(call.say)
    expect(turns.at(-1)?.acts).toEqual(['apologise', 'ask_anything_else'])
  })

  test('tells the people who call what was wanted', () => {
    const call = callUntil('offer')
    call.say('Kann ich mit einem Menschen sprechen?')
    call.say('ja bitte')
    call.say('Jonas Feld')
    expect(argsOf(call, 'request_callback')[0]?.reason).toBe(
      'Leistung: Haarschnitt Herren; Wunschzeit: morgen Nachmittag; Gesagt: „Kann ich mit einem Menschen sprechen?“',
    )
  })

  test.each(['email', 'confirmation', 'name', 'offer', 'day'] as const)(
    'is offered at the %s to who wants a person',
    moment => {
      expect(callUntil(moment).say('Nein, ich möchte mit einem Menschen sprechen').acts).toEqual([
        'offer_callback',
      ])
    },
  )

  test.each([
    [['Ich möchte einen Rückruf', 'tschüss']],
    [['Ich möchte einen Rückruf', 'nein danke, tschüss']],
    [['Kann ich mit einem Menschen sprechen?', 'ja', 'Auf Wiederhören']],
    [['Kann ich mit einem Menschen sprechen?', 'ja bitte, tschüss']],
  ])('that was agreed is noted before the goodbye: %j', utterances => {
    const call = callUntil('greeting')
    const turns = utterances.map(call.say)
    expect(turns.at(-1)).toMatchObject({ acts: ['callback_noted', 'goodbye'], afterwards: 'hang_up' })
    expect(argsOf(call, 'request_callback')).toHaveLength(1)
  })

  test('that was agreed is noted with the name said in the goodbye', () => {
    const call = callUntil('greeting')
    call.say('Rückruf bitte')
    expect(call.say('Petra Lindner, tschüss').acts).toEqual(['callback_noted', 'goodbye'])
    expect(argsOf(call, 'request_callback')[0]?.name).toBe('Petra Lindner')
  })

  test('that was agreed is noted when the caller falls silent', () => {
    const call = callUntil('greeting')
    const turns = ['Rückruf bitte', '', '', ''].map(call.say)
    expect(turns.at(-1)).toMatchObject({ acts: ['callback_noted', 'goodbye'], afterwards: 'hang_up' })
  })

  test('that is only offered is not noted at the goodbye', () => {
    const call = callUntil('greeting')
    call.say('Kann ich mit einem Menschen sprechen?')
    expect(call.say('tschüss').acts).toEqual(['goodbye'])
    expect(argsOf(call, 'request_callback')).toEqual([])
  })

  test('that needs a number is not promised to who leaves without giving one', () => {
    const answers = {
      request_callback: { status: 'ask', what: 'phone', say: 'Unter welcher Nummer?' },
    } as const
    const call = callUntil('greeting', { callerNumber: 'withheld', answers })
    call.say('Rückruf bitte')
    expect(call.say('tschüss')).toMatchObject({ acts: ['apologise', 'goodbye'], afterwards: 'hang_up' })
  })

  test('that is declined is not requested', () => {
    const call = callUntil('greeting')
    call.say('Kann ich mit einem Menschen sprechen?')
    expect(call.say('Nein, keinen Rückruf').acts).toEqual(['ask_anything_else'])
    expect(argsOf(call, 'request_callback')).toEqual([])
  })
})

describe('an emergency', () => {
  test('in a practice is answered before anything else', () => {
    const call = scriptedCall({ catalogue: practice, tools: toolsAnswering() })
    const turn = call.say('Ich brauche einen Termin, ich habe Atemnot und Brustschmerzen')
    expect(turn.acts[0]).toBe('emergency')
    expect(turn.text).toContain('112')
  })
})
