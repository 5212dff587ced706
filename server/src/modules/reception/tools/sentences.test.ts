import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../../platform/i18n/language.ts'
import type { ResourceId } from '../../../platform/ids/ids.ts'
import { spokenTime } from '../domain/speech/spoken-date.ts'
import type { Sentences, SpokenSlot } from './sentences/sentences.ts'
import { sentencesOf } from './sentences.ts'

const slotAt = (clock: string, ...names: string[]): SpokenSlot => ({
  start: Temporal.ZonedDateTime.from(`2026-11-24T${clock}[Europe/Berlin]`).epochMilliseconds,
  zone: 'Europe/Berlin',
  staff: names.map((name, index) => ({ id: `${index}` as ResourceId, name })),
})
const mara = [slotAt('10:00', 'Mara'), slotAt('14:30', 'Mara')]
const nobody = [slotAt('12:00'), slotAt('17:00')]
const today = Temporal.PlainDate.from('2026-11-20')
const names = ['Föhnen', 'Färben']
const priced = { name: 'Föhnen', price: 'zweiundzwanzig Euro', duration: 'zwanzig Minuten' }

function spokenWeekIn(lang: Language): string {
  return lang === 'de' ? 'Dienstag von neun Uhr bis achtzehn Uhr' : 'Tuesday from nine a.m. to six p.m.'
}

/** Every key once, with each of its wordings; a new sentence without an example does not compile. */
function everyWording(said: Sentences, lang: Language): Record<keyof Sentences, readonly string[]> {
  const slot = said.slot(slotAt('16:00'))
  const windows = [
    said.window(
      spokenTime(Temporal.PlainTime.from('09:00'), lang),
      spokenTime(Temporal.PlainTime.from('18:00'), lang),
    ),
  ]
  const own = { service: 'Föhnen', slot }
  const booked = { service: 'Föhnen', slot, attendee: 'Petra Lindner', reference: 'K7M4QX' }
  return {
    slot: [],
    free: [said.free(mara), said.free(nobody)],
    onlyOne: [said.onlyOne(slotAt('10:00', 'Mara'))],
    instead: [said.instead([]), said.instead(mara), said.instead(nobody)],
    cannotLook: [said.cannotLook],
    nothingEarlier: [said.nothingEarlier],
    taken: [said.taken([]), said.taken(nobody)],
    closed: [said.closed([]), said.closed(nobody)],
    notWorking: [said.notWorking('Mara', []), said.notWorking('Mara', mara)],
    past: [said.past(today)],
    contradictory: [said.contradictory([slot, slot])],
    ambiguous: [said.ambiguous([slot, slot])],
    askDay: [said.askDay],
    askService: [said.askService([]), said.askService(names)],
    unknownService: [said.unknownService(names)],
    whichStaff: [said.whichStaff(['Mara', 'Jonas'])],
    askStaff: [said.askStaff('Mara', []), said.askStaff('Mara', ['Jonas'])],
    tooSoon: [said.tooSoon(null), said.tooSoon(slot)],
    onlySoon: [said.onlySoon('Schmerztermin', slot)],
    tooFar: [said.tooFar(120)],
    moment: [],
    held: [said.held(slot, 5)],
    expired: [said.expired],
    invalidToken: [said.invalidToken],
    askName: [said.askName],
    askEmail: [said.askEmail],
    askPhone: [said.askPhone],
    booked: [said.booked({ ...booked, email: null }), said.booked({ ...booked, email: 'petra@beispiel.de' })],
    requested: [
      said.requested({ ...booked, email: null }),
      said.requested({ ...booked, email: 'petra@beispiel.de' }),
    ],
    bookedTogether: [said.bookedTogether([own, own])],
    askTimes: [said.askTimes],
    askSeriesTime: [said.askSeriesTime],
    seriesNone: [said.seriesNone],
    seriesFree: [[slot], [slot, slot], Array(7).fill(slot)].map(slots =>
      said.seriesFree({ service: 'Föhnen', slots }),
    ),
    seriesConflicts: [[slot], [slot, slot]].map(missing =>
      said.seriesConflicts({ service: 'Föhnen', slots: [slot, slot], missing }),
    ),
    bookedSeries: [said.bookedSeries({ service: 'Föhnen', slots: [slot, slot], attendee: 'Petra Lindner' })],
    requestedSeries: [
      said.requestedSeries({ service: 'Föhnen', slots: [slot, slot], attendee: 'Petra Lindner' }),
    ],
    joinedWaitlist: (['email', 'phone'] as const).flatMap(by =>
      [[], ['Mara']].map(staff =>
        said.joinedWaitlist({ service: 'Föhnen', staff, attendee: 'Petra Lindner', by }),
      ),
    ),
    askNumberToReach: [said.askNumberToReach],
    atTheLatest: [],
    noted: [said.noted(said.atTheLatest(slot))],
    notedWithoutNumber: [said.notedWithoutNumber(said.atTheLatest(slot))],
    callbackWanted: [],
    wishNoted: [said.wishNoted(null), said.wishNoted('Föhnen')],
    transfer: [said.transfer],
    nobodyToTransferTo: [said.nobodyToTransferTo],
    transferClosed: [said.transferClosed([]), said.transferClosed(windows)],
    services: [said.services(names)],
    servicePrices: [
      said.servicePrices([{ ...priced, priceMinor: 2200 }]),
      said.servicePrices([{ ...priced, priceMinor: 0 }]),
    ],
    noServices: [said.noServices],
    oneMoment: [said.oneMoment],
    sayAgain: [said.sayAgain],
    todayIs: [],
    today: [
      said.today({ today: said.todayIs(today), opening: said.openToday(windows), week: said.week(windows) }),
      said.today({ today: said.todayIs(today), opening: said.closedToday, week: '' }),
    ],
    window: [],
    week: [said.week(windows)],
    openToday: [said.openToday(windows)],
    closedToday: [said.closedToday],
    notIdentified: [said.notIdentified],
    proofByCode: [said.proofByCode],
    proofByBirthDate: [said.proofByBirthDate],
    codeSent: [said.codeSent],
    askCode: [said.askCode],
    verified: [said.verified],
    wrongCode: [said.wrongCode],
    tooManyCodes: [said.tooManyCodes],
    noChannel: [said.noChannel],
    noAppointments: [said.noAppointments],
    ownAppointments: [0, 1, 2].map(more => said.ownAppointments([own, own], more)),
    askWhich: [said.askWhich([own]), said.askWhich([own, own])],
    moved: [said.moved(own)],
    cancelled: [said.cancelled(own)],
    confirmFee: (['move', 'cancel'] as const).map(kind =>
      said.confirmFee({ ...own, kind, fee: lang === 'de' ? 'fünfundzwanzig Euro' : 'twenty-five euros' }),
    ),
    notAllowed: (['transfer', 'callback', 'none'] as const).map(next =>
      said.notAllowed(lang === 'de' ? 'Das geht nicht mehr.' : 'It is too late.', next),
    ),
    otherService: [said.otherService('Föhnen')],
    openOn: [said.openOn(said.todayIs(today), windows)],
    closedOn: [said.closedOn(said.todayIs(today))],
    team: [said.team(['Mara', 'Jonas'])],
    doneBy: [said.doneBy('Färben', ['Mara']), said.doneBy('Färben', ['Mara', 'Aylin'])],
    changeRules: [
      said.changeRules('cancel', { hours: null, beyond: null, fee: null }),
      said.changeRules('cancel', { hours: 48, beyond: 'fee', fee: priced.price }),
      said.changeRules('cancel', { hours: 24, beyond: 'fee', fee: null }),
      said.changeRules('move', { hours: 1, beyond: 'staff', fee: null }),
      said.changeRules('move', { hours: 72, beyond: 'not_allowed', fee: null }),
    ],
    worksOn: [said.worksOn('Mara', []), said.worksOn('Mara', [spokenWeekIn(lang)])],
    doesServices: [said.doesServices('Mara', []), said.doesServices('Mara', names)],
    yesDoes: [said.yesDoes('Mara', 'Färben')],
    noDoesNot: [said.noDoesNot('Jonas', { service: 'Färben', people: ['Mara', 'Aylin'] })],
    askQuestion: [said.askQuestion],
    notKnown: [said.notKnown],
    unknownTool: [said.unknownTool],
    notAvailable: [said.notAvailable],
  }
}

const renderings = LANGUAGES.flatMap(lang =>
  Object.entries(everyWording(sentencesOf(lang), lang)).flatMap(([key, texts]) =>
    texts.map((text): [Language, string, string] => [lang, key, text]),
  ),
)

describe('what a tool says', () => {
  test.each(renderings)(
    'in %s, %s, is whole sentences without a hole: "%s" (failure 78)',
    (_lang, _key, text) => {
      expect(text).toMatch(/^[\p{Lu}].*[.?!]$/u)
      expect(text.replaceAll(/\b([ap])\.m\.(?=[ ?,])/g, '$1m')).not.toMatch(
        /undefined|null|NaN|\[object|[{}$<>]|\s{2}|\.\.|\.\?/,
      )
      expect(text.length).toBeLessThanOrEqual(350)
    },
  )

  test.each(renderings.filter(([lang]) => lang === 'en'))(
    '%s, %s, has no German word: "%s"',
    (_lang, _key, text) => {
      expect(text).not.toMatch(/\b(?:Uhr|und|oder|der|die|das|um|bei|ist|Sie|nicht|leider)\b/)
    },
  )

  test('two starts of one day with one person are offered in one breath', () => {
    expect(sentencesOf('en').free(mara)).toBe(
      'I could offer you on Tuesday, the twenty-fourth of November, at ten a.m. or at two thirty p.m. with Mara. Which one suits you?',
    )
  })

  test('noon is not called p.m.', () => {
    expect(sentencesOf('en').onlyOne(slotAt('12:00'))).toContain('at twelve noon.')
  })
})

test.each(LANGUAGES)('times on other days are offered with their own days, in %s (failure 30)', lang => {
  const next = {
    ...slotAt('09:00', 'Mara'),
    start: Temporal.ZonedDateTime.from('2026-11-26T09:00[Europe/Berlin]').epochMilliseconds,
  }
  const said = sentencesOf(lang)
  const days = { de: ['vierundzwanzigsten', 'sechsundzwanzigsten'], en: ['twenty-fourth', 'twenty-sixth'] }[
    lang
  ]
  for (const sentence of [said.instead, said.taken, said.closed, said.free].map(say => say([...mara, next])))
    expect(days.filter(day => !sentence.includes(day))).toEqual([])
})
