import { describe, expect, test } from 'vitest'
import { argsOf, callUntil } from '../testing/calls.ts'
import { laterSlot } from '../testing/fake-tools.ts'
import type { ToolAnswers } from '../tools.ts'

type FindSlots = ToolAnswers['find_slots']

describe('find_slots', () => {
  test.each<[FindSlots, readonly string[]]>([
    [{ status: 'free', slots: [laterSlot], requested: true, say: 'S' }, ['offer']],
    [{ status: 'free', slots: [], requested: false, say: 'S' }, ['none_free', 'ask_day']],
    [{ status: 'none_then', slots: [laterSlot], say: 'S' }, ['none_free', 'offer']],
    [{ status: 'none_then', slots: [], say: 'S' }, ['none_free', 'offer_callback']],
    [{ status: 'closed', slots: [laterSlot], say: 'S' }, ['none_free', 'offer']],
    [{ status: 'closed', say: 'S' }, ['none_free', 'ask_day']],
    [{ status: 'past', say: 'S' }, ['clarify_day']],
    [{ status: 'contradictory', candidates: ['A', 'B'], say: 'S' }, ['clarify_day']],
    [{ status: 'too_soon', say: 'S' }, ['inform_policy', 'ask_day']],
    [{ status: 'too_far', say: 'S' }, ['inform_policy', 'ask_day']],
    [{ status: 'unknown_service', say: 'S' }, ['ask_service']],
    [{ status: 'ask', what: 'service', candidates: ['Färben', 'Föhnen'], say: 'S' }, ['clarify_service']],
    [{ status: 'ask', what: 'service', say: 'S' }, ['ask_service']],
    [{ status: 'ask', what: 'day', say: 'S' }, ['ask_day']],
    [{ status: 'ask', what: 'day', candidates: ['A', 'B'], say: 'S' }, ['clarify_day']],
    [{ status: 'ask', what: 'time', say: 'S' }, ['ask_time']],
    [{ status: 'ask', what: 'staff', say: 'S' }, ['ask_other_staff']],
    [{ status: 'unknown', say: 'S' }, ['apologise', 'offer_callback']],
    [{ status: 'unknown_tool', say: 'S' }, ['apologise', 'offer_callback']],
    [{ status: 'invalid_token', say: 'S' }, ['apologise', 'ask_day']],
    [{ status: 'not_available', say: 'S' }, ['apologise', 'goodbye']],
  ])('answering %j is spoken as %j', (answer, acts) => {
    const turn = callUntil('day', { answers: { find_slots: answer } }).say('morgen')
    expect(turn.acts).toEqual(acts)
    expect(turn.text.startsWith('S')).toBe(true)
  })

  test('that could not find out is never read as full or free (failure 79)', () => {
    const call = callUntil('day', {
      answers: { find_slots: { status: 'unknown', say: 'Ich erreiche den Kalender nicht.' } },
    })
    const turn = call.say('morgen')
    expect(turn.acts).not.toContain('none_free')
    expect(turn.acts).not.toContain('offer')
  })

  test('meeting a closed door three times in a row leads to the offer of a callback', () => {
    const call = callUntil('day', {
      answers: { find_slots: { status: 'closed', say: 'Da ist geschlossen.' } },
    })
    const acts = ['morgen', 'Donnerstag', 'Freitag'].map(utterance => call.say(utterance).acts)
    expect(acts).toEqual([
      ['none_free', 'ask_day'],
      ['none_free', 'ask_day'],
      ['none_free', 'offer_callback'],
    ])
  })

  test.each<[FindSlots, string, string]>([
    [{ status: 'none_then', slots: [], say: 'Nichts. Soll Sie jemand zurückrufen?' }, 'offer_callback', 'ja'],
    [{ status: 'closed', say: 'Zu. An welchem anderen Tag passt es?' }, 'ask_day', 'Freitag'],
    [{ status: 'past', say: 'Das ist vorbei. Wann möchten Sie kommen?' }, 'clarify_day', 'Freitag'],
    [{ status: 'too_soon', say: 'Zu knapp. Passt es etwas später?' }, 'ask_day', 'ja'],
    [{ status: 'unknown_service', say: 'Gibt es nicht. Was davon möchten Sie?' }, 'ask_service', 'Färben'],
    [{ status: 'unknown', say: 'Unklar. Soll Sie jemand zurückrufen?' }, 'offer_callback', 'ja'],
  ])('that asks by itself (%j) is followed by no second question, and by an answer', (answer, act, reply) => {
    const call = callUntil('day', { answers: { find_slots: [answer] } })
    const turn = call.say('morgen')
    expect(turn.acts.at(-1)).toBe(act)
    expect(turn.text).toBe(answer.say)
    expect(call.say(reply).acts).not.toContain('apologise')
  })

  test('that is too soon names the earliest, and a yes takes it', () => {
    const too_soon: FindSlots = {
      status: 'too_soon',
      say: 'Frühestens um elf. Passt das?',
      candidates: ['heute um elf'],
    }
    const call = callUntil('day', { answers: { find_slots: [too_soon] } })
    call.say('morgen')
    call.say('Ja, das passt.')
    expect(argsOf(call, 'find_slots').at(-1)?.when).toBe('heute um elf')
  })

  test('that found nothing is not asked the same again when the callback is declined', () => {
    const call = callUntil('day', {
      answers: { find_slots: { status: 'none_then', slots: [], say: 'Da ist nichts.' } },
    })
    call.say('morgen')
    expect(call.say('nein').acts).toEqual(['ask_day'])
    expect(argsOf(call, 'find_slots')).toHaveLength(1)
  })

  test('that found nothing may be asked for another day instead of a callback', () => {
    const call = callUntil('day', {
      answers: { find_slots: [{ status: 'none_then', slots: [], say: 'Da ist nichts.' }] },
    })
    call.say('morgen')
    expect(call.say('Und am Freitag?').acts).toEqual(['offer'])
  })
})

describe('a day that is ambiguous', () => {
  const candidates = ['Mittwoch, den fünfundzwanzigsten November', 'Mittwoch, den zweiten Dezember']
  const ambiguous = { status: 'ask', what: 'day', candidates, say: 'Welchen Mittwoch meinen Sie?' } as const

  test.each([
    ['den fünfundzwanzigsten', candidates[0]],
    ['den zweiten Dezember', candidates[1]],
    ['der erste', candidates[0]],
    ['der letzte', candidates[1]],
    ['in einer Woche', 'in einer Woche'],
  ])('is settled by "%s"', (utterance, when) => {
    const call = callUntil('day', { answers: { find_slots: [ambiguous] } })
    call.say('nächsten Mittwoch')
    expect(call.say(utterance).acts).toEqual(['offer'])
    expect(argsOf(call, 'find_slots').at(-1)?.when).toBe(when)
  })

  test('keeps the hour that was said with it', () => {
    const call = callUntil('day', { answers: { find_slots: [ambiguous] } })
    call.say('nächsten Mittwoch um zehn')
    call.say('in einer Woche')
    expect(argsOf(call, 'find_slots').at(-1)?.when).toBe('in einer Woche um zehn')
  })

  test('of which there is one reading is settled by a yes', () => {
    const call = callUntil('day', {
      answers: { find_slots: [{ ...ambiguous, candidates: candidates.slice(1) }] },
    })
    call.say('nächsten Mittwoch')
    call.say('ja genau')
    expect(argsOf(call, 'find_slots').at(-1)?.when).toBe(candidates[1])
  })
})

describe('a time without a day', () => {
  test('is joined with the day that follows', () => {
    const call = callUntil('day', {
      answers: { find_slots: [{ status: 'ask', what: 'day', say: 'An welchem Tag?' }] },
    })
    call.say('am Nachmittag')
    call.say('Donnerstag')
    expect(argsOf(call, 'find_slots').map(({ when }) => when)).toEqual([
      'am Nachmittag',
      'Donnerstag am Nachmittag',
    ])
  })

  test('that is asked for is joined with the day before', () => {
    const call = callUntil('day', {
      answers: { find_slots: [{ status: 'ask', what: 'time', say: 'Um wie viel Uhr?' }] },
    })
    call.say('Donnerstag')
    call.say('um zehn')
    expect(argsOf(call, 'find_slots').at(-1)?.when).toBe('Donnerstag um zehn')
  })

  test.each(['egal', 'egal wann', 'so bald wie möglich', 'weiß ich nicht', 'keine Präferenz'])(
    'is not needed: "%s"',
    utterance => {
      const call = callUntil('day')
      expect(call.say(utterance).acts).toEqual(['offer'])
    },
  )
})

describe('a day that is turned down before one is named', () => {
  test.each(['Freitag kann ich nicht', 'Da kann ich nicht'])(
    'is followed by the question again: "%s"',
    utterance => {
      const call = callUntil('day')
      expect(call.say(utterance).acts).toEqual(['ask_day'])
    },
  )

  test('altogether gives the wish up', () => {
    expect(callUntil('day').say('Nein').acts).toEqual(['ask_anything_else'])
  })
})

describe('another colleague', () => {
  const answers = {
    find_slots: [{ status: 'ask', what: 'staff', say: 'Mara hat keine Zeit. Darf es jemand anderes sein?' }],
  } as const

  test('is asked about before anybody is swapped (failure 76)', () => {
    const call = callUntil('greeting', { answers })
    call.say('Herrenschnitt morgen bei Mara')
    call.say('ja')
    expect(argsOf(call, 'find_slots')).toEqual([
      { service: 'Haarschnitt Herren', when: 'morgen', staff: 'Mara' },
      { service: 'Haarschnitt Herren', when: 'morgen' },
    ])
  })

  test('who is not wanted leads to another day', () => {
    const call = callUntil('greeting', { answers })
    call.say('Herrenschnitt morgen bei Mara')
    expect(call.say('nein').acts).toEqual(['ask_day'])
    call.say('Freitag')
    expect(argsOf(call, 'find_slots').at(-1)?.staff).toBe('Mara')
  })
})

describe('what was held, booked or noted', () => {
  test('is spoken in the words of the tool alone (failure 67)', () => {
    const answers = {
      hold_slot: { status: 'held', spoken: '', say: 'Gehalten.' },
      book_appointment: {
        status: 'booked',
        reference: 'A-7',
        spoken: '',
        say: 'Eingetragen ist: Dienstag um zehn.',
      },
    } as const
    const call = callUntil('offer', { answers })
    expect(call.say('der erste').text.startsWith('Gehalten. ')).toBe(true)
    call.say('Jonas Feld')
    call.say('nein')
    expect(call.say('ja').text).toBe(
      'Eingetragen ist: Dienstag um zehn. Kann ich sonst noch etwas für Sie tun?',
    )
  })

  test('by a person still to come is not spoken of as booked', () => {
    const answers = {
      book_appointment: { status: 'requested', say: 'Das muss noch jemand bestätigen.' },
    } as const
    expect(callUntil('confirmation', { answers }).say('ja').acts).toEqual([
      'inform_policy',
      'ask_anything_else',
    ])
  })

  test('is not known when the tool does not know', () => {
    const answers = { book_appointment: { status: 'unknown', say: 'Das weiß ich gerade nicht.' } } as const
    expect(callUntil('confirmation', { answers }).say('ja').acts).toEqual(['apologise', 'offer_callback'])
  })
})
