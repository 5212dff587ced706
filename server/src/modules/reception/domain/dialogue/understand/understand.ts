import type { Lang } from '../acts.ts'
import { hearKeys, keysIn } from '../capture/hear-keys.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { allLexicons, lexiconOf } from '../words/lexicons.ts'
import { findChoice, withoutRejected } from './find-choice.ts'
import { findEmail } from './find-email.ts'
import { findGroup } from './find-group.ts'
import { findAnnouncedName, findAnsweredName, findLeftOverName } from './find-name.ts'
import { findOwnIntents } from './find-own-intents.ts'
import { findPhone } from './find-phone.ts'
import { findReplacedName } from './find-replaced-name.ts'
import { findRhythm } from './find-rhythm.ts'
import { findService } from './find-service.ts'
import { findNamedLetters, findSpelledName } from './find-spelled-name.ts'
import { findStaff } from './find-staff.ts'
import { type FindTime, findTimePhrase, findTowards, hourWishOf } from './find-time.ts'
import { fold, type Heard, hear, type Span, without } from './hear.ts'
import { monthsInNames } from './month-in-name.ts'
import { numbersSaid } from './numbers-said.ts'
import { says, spansOf } from './phrase-pattern.ts'
import { type Aspect, type Expecting, type Intent, saidIntents, type Understanding } from './understanding.ts'

export type Surroundings = {
  readonly lang: Lang
  readonly catalogue: Catalogue
  readonly findTime: FindTime
}

/**
 * What an utterance says, by rules alone: intents and slots, never a decision. Each reader passes over what an
 * earlier one has read, so that a number is not also a time and a colleague's name not also the caller's. Orders to
 * the receptionist itself are not understood at all.
 */
export function understand(
  utterance: string,
  expecting: Expecting,
  surroundings: Surroundings,
): Understanding {
  const keys = keysIn(utterance)
  if (keys !== null) return hearKeys(keys, expecting, { ...nothing, text: '' })
  const lexicon = lexiconOf(surroundings.lang)
  const heard = hear(utterance)
  const text = heard.text.trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return { ...nothing, text, silent: true }
  if (says(lexicon.injection, heard.folded)) return { ...nothing, text }
  const around = { ...surroundings, lexicon }
  const correcting = says(lexicon.correction, heard.folded)
  const opening = expecting.kind === 'anything'
  const intents = findIntents(passing(heard, emailIn(heard, expecting, lexicon)).folded, around, { opening })
  const moves = movers.some(intent => intents.includes(intent)) || expecting.kind === 'day'
  const rhythm = findRhythm(heard, { words: lexicon.series, intents, expecting })
  // A licence plate is no name and no time.
  const slots =
    expecting.kind === 'note' && !correcting
      ? null
      : findSlots(passing(heard, ...(rhythm?.spans ?? [])), expecting, around)
  return {
    ...nothing,
    text,
    intents:
      slots !== null && opening && wantsToSpeak(slots, heard, lexicon) ? [...intents, 'human'] : intents,
    aspects: findAspects(heard.folded, lexicon),
    correcting,
    agreesFirst: saysYesFirst(heard.folded, lexicon),
    replacedName: findReplacedName(heard, around),
    group: mayBeGroup(intents) && rhythm === null ? findGroup(heard, expecting, around) : null,
    rhythm: rhythm?.rhythm ?? null,
    towards: moves ? findTowards(heard, lexicon, surroundings.findTime) : null,
    ...slots,
  }
}

const movers: readonly Intent[] = ['move', 'perhaps_move', 'perhaps_cannot']

/** "Kann ich mal die Mara sprechen?" */
function wantsToSpeak({ staff, time, service }: Slots, { folded }: Heard, lexicon: Lexicon): boolean {
  return staff?.kind === 'named' && time === null && service === null && says(lexicon.staff.speaks, folded)
}

/** What says nothing. */
const nothing = {
  silent: false,
  by: 'voice',
  intents: [],
  aspects: [],
  correcting: false,
  agreesFirst: false,
  service: null,
  group: null,
  rhythm: null,
  staff: null,
  time: null,
  towards: null,
  hour: 'open',
  choice: null,
  name: null,
  replacedName: null,
  phone: null,
  email: null,
} satisfies Omit<Understanding, 'text'>

type Around = Surroundings & { readonly lexicon: Lexicon }

type Slots = Pick<
  Understanding,
  'service' | 'staff' | 'time' | 'hour' | 'choice' | 'name' | 'phone' | 'email'
>

function findSlots(heard: Heard, expecting: Expecting, around: Around): Slots {
  const contact = findContact(heard, expecting, around)
  const announced = findOwnName(contact.rest, expecting, around)
  const plan = findPlan(announced.rest, expecting, around)
  const leftOver = mayLeaveName(expecting, heard, around.lexicon) ? findLeftOverName(plan.rest, around) : null
  return { ...contact.slots, ...plan.slots, name: announced.name ?? leftOver?.name ?? null }
}

function findContact(heard: Heard, expecting: Expecting, { lexicon }: Around) {
  const words = lexicon.contact
  const numbers = words.digits
  const reading = asksFor(expecting) === 'phone' ? 'any' : 'announced'
  const email = findEmail(heard, { words, numbers })
  const withoutEmail = passing(heard, email?.span)
  const phone = findPhone(withoutEmail, { words, numbers, reading })
  return {
    slots: { email: email?.email ?? null, phone: phone?.phone ?? null },
    rest: passing(withoutEmail, phone?.span),
  }
}

/** "W dot price at example dot org" asks for no price. */
function emailIn(heard: Heard, expecting: Expecting, { contact }: Lexicon): Span | undefined {
  if (asksFor(expecting) !== 'email') return undefined
  return findEmail(heard, { words: contact, numbers: contact.digits })?.span
}

/** What was asked for, or read back. */
function asksFor(expecting: Expecting): string {
  return expecting.kind === 'read_back' ? expecting.of : expecting.kind
}

function findOwnName(heard: Heard, expecting: Expecting, around: Around) {
  const asked = asksFor(expecting) === 'name'
  const { names } = around.lexicon
  const spells = asked && (findSpelledName(heard, names) !== null || findNamedLetters(heard, names) !== null)
  const announced = spells ? null : findAnnouncedName(heard, around)
  const found = announced ?? (asked ? findAnsweredName(heard, around) : null)
  const spans = found?.name.kind === 'heard' ? found.spans : []
  return { name: found?.name ?? null, rest: passing(heard, ...spans) }
}

function findPlan(heard: Heard, expecting: Expecting, { catalogue, lexicon, findTime }: Around) {
  const clarifying = expecting.kind === 'service' ? expecting.candidates : null
  const words = { words: lexicon.services, clarifying }
  // "Prophylaxe war ja erst. Bitte nur eine Kontrolle": what was turned down is meant only where nothing else is.
  const named =
    findService(withoutRejected(heard, lexicon), catalogue, words) ?? findService(heard, catalogue, words)
  const service = serviceTakenInstead(heard, { catalogue, lexicon }) ?? named
  const withoutService = passing(heard, ...(named?.spans ?? []), ...(service?.spans ?? []))
  const reading = expecting.kind === 'name' ? 'strict' : 'loose'
  const staff = findStaff(withoutService, catalogue, { words: lexicon.staff, reading })
  const withoutStaff = passing(withoutService, ...(staff?.spans ?? []))
  const mayNameTime = passing(
    withoutRejected(withoutStaff, lexicon),
    ...monthsInNames(withoutStaff, lexicon),
    greetingFirst(heard, expecting, lexicon),
  )
  const time = findWantedTime(mayNameTime, lexicon, findTime)
  const chooses = staff?.staff.kind === 'anyone' ? withoutStaff : withoutService
  const choice = namesAnotherDay(time?.time.day ?? null, lexicon)
    ? null
    : findChoice(chooses, optionsOf(expecting), { lexicon, staff: catalogue.staff })
  return {
    slots: {
      service: service?.service ?? null,
      staff: staff?.staff ?? null,
      time: time?.time ?? null,
      hour: hourWishOf(heard, time?.time ?? null, lexicon.times),
      choice,
    },
    rest: passing(withoutStaff, time?.span),
  }
}

/** "Um elf statt um zehn": the other hour is the one there was. */
function findWantedTime(heard: Heard, { own, times }: Lexicon, findTime: FindTime) {
  const instead = spansOf(own.insteadOf, heard.folded)
  const wanted = findTimePhrase(passing(heard, ...instead), times, findTime)
  return wanted ?? (instead.length > 0 ? findTimePhrase(heard, times, findTime) : null)
}

/** "Morgen, ich bräuchte einen Termin" means no tomorrow. */
function greetingFirst({ folded }: Heard, { kind }: Expecting, { times }: Lexicon): Span | undefined {
  const greeting = kind === 'anything' ? times.greetsFirst.exec(folded)?.[0] : undefined
  return greeting === undefined ? undefined : [0, greeting.length]
}

/** "Am Heiligabend um zehn" chooses no offer at ten: no offer is told by the name of a feast. */
function namesAnotherDay(day: string | null, { times, choices }: Lexicon): boolean {
  if (day === null) return false
  const folded = fold(day)
  const told = [...times.weekdays, ...times.months, times.relativeDays].some(words => says(words, folded))
  const counted = /\d/.test(folded) || numbersSaid(folded, choices.ordinals).length > 0
  return !told && !counted && says(times.feasts, folded)
}

/** "Färben, nee Quatsch, Schneiden": the one that was named after it was taken back. */
function serviceTakenInstead(heard: Heard, { catalogue, lexicon }: Pick<Around, 'catalogue' | 'lexicon'>) {
  const end = spansOf(lexicon.takesBack, heard.folded).at(-1)?.[1]
  if (end === undefined) return null
  return findService(without(heard, [[0, end]]), catalogue, { words: lexicon.services, clarifying: null })
}

/** Nobody cancels or moves for several at once. */
function mayBeGroup(intents: readonly Intent[]): boolean {
  return !intents.some(intent => intent === 'cancel' || intent === 'move' || intent === 'appointments')
}

/** After a yes-or-no question two capitalised words are more likely thanks than a name. */
function mayLeaveName({ kind }: Expecting, heard: Heard, lexicon: Lexicon): boolean {
  if (kind === 'confirmation' || kind === 'read_back') return says(lexicon.correction, heard.folded)
  return kind !== 'yes_or_no'
}

function passing(heard: Heard, ...spans: readonly (Span | undefined)[]): Heard {
  return without(
    heard,
    spans.filter(span => span !== undefined),
  )
}

function optionsOf(expecting: Expecting): readonly string[] {
  if (expecting.kind === 'service') return expecting.candidates
  return 'options' in expecting ? expecting.options : []
}

function findIntents(
  folded: string,
  { catalogue, lexicon }: Around,
  { opening }: { opening: boolean },
): Intent[] {
  const idiom = spansOf(lexicon.yesDespiteNo, folded)
  const polite = spansOf(lexicon.politeness, folded).flatMap(span => endsOf(folded, span))
  const plain = blank(folded, [...idiom, ...polite])
  const all: readonly Intent[] = saidIntents.filter(intent => says(lexicon.intents[intent], plain))
  let said = withoutTakenBack(all, plain, lexicon)
  if (says(lexicon.onlyIf, plain)) said = said.filter(intent => intent !== 'appointments')
  if (says(lexicon.unannounced, plain)) said = asAQuestion(said, 'question_about')
  if (says(lexicon.asksRule, plain)) said = asAQuestion(said, 'question_rules')
  if (opening && says(lexicon.asksGenerally, plain)) said = asAQuestion(said, 'question_hours')
  if (said.includes('cannot_come') && says(lexicon.elsewhen, plain)) said = [...said, 'move']
  if (opening && said.includes('cancel') && says(lexicon.instead, plain)) said = asAMove(said)
  if (opening) said = [...new Set([...said, ...findOpening(said, plain, { catalogue, lexicon })])]
  const emergency = catalogue.sector === 'health' && allLexicons.some(each => says(each.emergency, plain))
  return [...(emergency ? ['emergency' as const] : []), ...withSureYes(said, plain, { lexicon, idiom })]
}

/** "Bis wann kann ich kostenlos absagen?" cancels nothing, and asks for no opening hours. */
function asAQuestion(said: readonly Intent[], question: Intent): readonly Intent[] {
  return [...said.filter(intent => !taskWords.includes(intent)), question]
}

const taskWords: readonly Intent[] = [
  'move',
  'cancel',
  'book',
  'cannot_come',
  'own_appointment',
  'question_hours',
  'question_staff',
  'question_price',
  'no',
]

/** "Ich komme doch nicht, ginge stattdessen Freitag?" gives up a time, and no appointment. */
function asAMove(said: readonly Intent[]): readonly Intent[] {
  if (said.includes('someone_else') || said.includes('another')) return said
  return [...said.filter(intent => intent !== 'cancel' && intent !== 'move'), 'move']
}

/** What only the beginning of a subject may mean. */
function findOpening(
  said: readonly Intent[],
  folded: string,
  { catalogue, lexicon }: Pick<Around, 'catalogue' | 'lexicon'>,
): readonly Intent[] {
  const service = () =>
    findService(hear(folded), catalogue, { words: lexicon.services, clarifying: null })?.spans[0] ?? null
  const own = findOwnIntents(said, folded, { lexicon, service })
  return [...own, ...asksAbout(said, folded, lexicon)]
}

/** "Wie lange steht das Auto da?" is put as a question, and what it names is no wish. */
function asksAbout(said: readonly Intent[], folded: string, lexicon: Lexicon): readonly Intent[] {
  if (says(lexicon.intents.appointments, folded) || said.some(intent => tasks.some(task => task === intent)))
    return []
  return lexicon.asksWhat.test(folded) ? ['question_about'] : []
}

const tasks = ['book', 'move', 'cancel', 'appointments', 'callback', 'human'] as const

/** "Absagen, äh nein, eigentlich einen neuen": what was taken back in the same breath was not said. */
function withoutTakenBack(said: readonly Intent[], folded: string, lexicon: Lexicon): readonly Intent[] {
  const end = spansOf(lexicon.takesBack, folded).at(-1)?.[1]
  if (end === undefined) return said
  const after = tasks.filter(task => says(lexicon.intents[task], folded.slice(end)))
  if (after.length === 0) return said
  return said.filter(intent => !tasks.some(task => task === intent) || after.some(task => task === intent))
}

/** "Gut" or "passt" count as a yes only where nothing in the sentence asks or denies. */
function withSureYes(
  said: readonly Intent[],
  folded: string,
  { lexicon, idiom }: { lexicon: Lexicon; idiom: readonly Span[] },
): readonly Intent[] {
  const others = said.filter(intent => intent !== 'yes')
  const doubtful = says(lexicon.negation, folded) || said.includes('question_other')
  const weak = said.includes('yes') && !doubtful
  const sure = idiom.length > 0 || says(lexicon.clearYes, folded) || lexicon.bareYes.test(folded)
  return weak || sure ? [...others, 'yes'] : others
}

/** "Ja, und was kostet das?": the yes comes first, and what follows is said on top of it. */
function saysYesFirst(folded: string, { clearYes }: Lexicon): boolean {
  const [yes] = spansOf(clearYes, folded)
  if (yes === undefined || /[a-z0-9]/.test(folded.slice(0, yes[0]))) return false
  // "Ja, was kostet das denn?" agrees to nothing.
  return /^(?:,? (?:gern|gerne|bitte|please))?(?:\s*[.;!]|,?\s+(?:und|and)\b)/.test(folded.slice(yes[1]))
}

function findAspects(folded: string, lexicon: Lexicon): Aspect[] {
  const aspects: readonly Aspect[] = ['time', 'service', 'name', 'email', 'phone']
  return aspects.filter(aspect => says(lexicon.aspects[aspect], folded))
}

/** The first and the last word: "hätte den Termin gern" is polite, and about the appointment. */
function endsOf(folded: string, [start, end]: Span): Span[] {
  const words = folded.slice(start, end)
  const first = words.search(/[^a-z0-9]/)
  const last = words.search(/[a-z0-9]+$/)
  return first === -1
    ? [[start, end]]
    : [
        [start, start + first],
        [start + last, end],
      ]
}

function blank(folded: string, spans: readonly Span[]): string {
  return spans.reduce(
    (text, [start, end]) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    folded,
  )
}
