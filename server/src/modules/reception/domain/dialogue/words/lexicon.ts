import type { Phrases } from '../understand/phrase-pattern.ts'
import type { Aspect, SaidIntent } from '../understand/understanding.ts'

/** Everything the receptionist knows of a language in order to understand it. A language is one value of this type. */
export type Lexicon = {
  /** How a caller asks to go on in this language, in whichever language they ask. */
  readonly asksForThis: Phrases
  /** Everyday words that no other of our languages has: by them an utterance is recognised. */
  readonly tellTale: ReadonlySet<string>
  readonly intents: Readonly<Record<SaidIntent, Phrases>>
  readonly aspects: Readonly<Record<Aspect, Phrases>>
  /** Polite forms that contain a word for yes: "ich hätte gern". */
  readonly politeness: Phrases
  /** "No problem" is a yes. */
  readonly yesDespiteNo: Phrases
  /** A yes that stands even beside a question or a negation. */
  readonly clearYes: Phrases
  readonly negation: Phrases
  /** A no that is one whatever stands beside it. */
  readonly clearNo: Phrases
  /** What is heard as an emergency where people come for their health. */
  readonly emergency: Phrases
  /** Attempts to give the receptionist new orders. */
  readonly injection: Phrases
  readonly correction: Phrases
  /** Where a caller takes back what they had begun to say: what follows counts. */
  readonly takesBack: Phrases
  /** Who cannot come and asks for another time wants to move. */
  readonly elsewhen: Phrases
  /** Also who gives up the time there is, in words for cancelling. */
  readonly instead: Phrases
  /** "If I want a check-up": what is asked for then is no appointment there is. */
  readonly onlyIf: Phrases
  /** What is a yes only where nothing else is said: "bitte". */
  readonly bareYes: RegExp
  /** Answers the question for a day by the question which there are. */
  readonly freeAsked: Phrases
  /** Whether one may come without an appointment: no wish for one. */
  readonly unannounced: Phrases
  /** Asks what holds for cancelling and moving, and wants neither now: "bis wann … absagen". */
  /** Whether something costs anything, without saying what. */
  readonly asksFee: Phrases
  /** The same question in full, for who did not say what they ask about. */
  readonly feeOfChange: Readonly<Record<'move' | 'cancel', string>>
  /** Whether one can come on such days at all: "kann man auch samstags kommen?" */
  readonly asksGenerally: Phrases
  readonly asksRule: Phrases
  readonly own: OwnWords
  /** What nobody knows when asked "wann" is perhaps no question but a wish that was not understood. */
  readonly asksWhen: Phrases
  /** What begins a question about something, other than when: "wie lange", "welche". */
  readonly asksWhat: RegExp
  readonly services: ServiceWords
  readonly groups: GroupWords
  readonly series: SeriesWords
  readonly staff: StaffWords
  readonly names: NameWords
  readonly times: TimeWords
  readonly choices: ChoiceWords
  readonly contact: ContactWords
}

/** The caller's words for something, and the letters by which it is found in names of services. */
export type Stem = { readonly spoken: Phrases; readonly stem: string }

export type ServiceWords = {
  /** Ways to speak of a service that its name does not contain: "schneiden" for "Haarschnitt". */
  readonly stems: readonly Stem[]
  /** Words that point to a service without naming it: it is asked back, never assumed. */
  readonly hints: readonly Stem[]
  /** Whom it is for: "für meinen Sohn". Narrows what else was said, or answers when the receptionist asks back. */
  readonly persons: readonly Stem[]
  /** What stands before a service that is not meant. */
  readonly denials: Phrases
  /** Words that occur in names of services and say nothing about which one is meant. */
  readonly ignored: ReadonlySet<string>
}

/** Of an appointment that one has. */
export type OwnWords = {
  /** Words for the appointment itself: "mein Termin". */
  readonly appointment: Phrases
  /** "Ich habe morgen einen Termin": has one, and wants none. */
  readonly has: RegExp
  /** What shows that another is wanted, whatever it is called. */
  readonly anew: Phrases
  /** Beside a word for the appointment: that it shall be moved, or be told, or is not needed. */
  readonly move: Phrases
  readonly hear: Phrases
  readonly needless: Phrases
  /** By itself: asks again for what was arranged before. */
  readonly recall: Phrases
  /** By itself: that it is not wanted any more. */
  readonly cancel: Phrases
  /** What stands right before something that there is not yet, at the end of what comes before it. */
  readonly indefinite: RegExp
  /** In front of a service: speaks of it as known. */
  readonly definite: Phrases
  /** Of what was, or is not: perhaps of an appointment there is. */
  readonly known: Phrases
  /** "Statt Freitag". */
  readonly insteadOf: Phrases
  /** What may be meant by somebody who has an appointment, and by nobody else. */
  readonly perhaps: {
    readonly move: Phrases
    readonly cancel: Phrases
    readonly hear: Phrases
    readonly cannot: Phrases
    /** Speaks of oneself as whoever is to come: "soll ich", "am I". */
    readonly mine: Phrases
  }
}

/** Several people or services in one visit. */
export type GroupWords = {
  readonly together: Phrases
  readonly myself: Phrases
  /** The same, said of one part: "für mich". */
  readonly forMyself: Phrases
  /** Somebody who was named before: "for him". */
  readonly them: Phrases
  /** "Für mich und meine Tochter", in either order. */
  readonly bothOfUs: RegExp
  /** "Meine drei Kinder", with group `count`. */
  readonly several: RegExp
  /** "Wir haben zwei Autos": as many appointments, all of them the caller's. */
  readonly severalThings: RegExp
  readonly counts: ReadonlyMap<string, number>
  readonly parts: RegExp
  /** What stands before the name of somebody who comes along, wherever it is said. */
  readonly companion: RegExp
}

/** Several appointments by one rule. */
export type SeriesWords = {
  /** How far apart: "alle vier Wochen", "every other week". */
  readonly every: RegExp
  /** A day counted in each month, which also names the first: "jeden ersten Freitag im Monat". */
  readonly monthly: RegExp
  /** A day that comes again: "jeden Dienstag". */
  readonly eachDay: Phrases
  /** Days in the plural, which are a rhythm only with a number of times: "dienstags". */
  readonly days: Phrases
  /** What "jeden Freitag" said of how often. */
  readonly weekly: string
  /** From when on, in front of the first of them: "ab diesem Freitag". */
  readonly fromThen: Phrases
  /** For how long: "sechs Wochen lang". */
  readonly lasting: RegExp
  /** Words for the series itself. */
  readonly series: Phrases
  /** What somebody is used to and does not ask for. */
  readonly habit: Phrases
  /** Fewer than were read back: "nur die ersten drei". */
  readonly only: RegExp
  readonly once: Phrases
}

export type StaffWords = {
  readonly titles: Phrases
  /** What comes before a name when the person at work is meant, not the caller. */
  readonly prepositions: Phrases
  readonly anyone: Phrases
  /** Asks for people, and not whether something can be had. */
  readonly who: Phrases
  /** What one wants of somebody whom one wants on the telephone. */
  readonly speaks: Phrases
}

export type NameWords = {
  /** What announces the caller's own name wherever it is said. */
  readonly announcements: Phrases
  /** The same, but common enough in other sentences that two capitalised words must follow. */
  readonly weakAnnouncements: Phrases
  /** What may stand around the name in an answer to the question for it. */
  readonly surroundings: Phrases
  readonly after: Phrases
  /** Both named as what they are, with groups `first` and `last`: "Vorname Petra, Nachname Lindner". */
  readonly firstAndLast: readonly RegExp[]
  /** One name instead of another ("nicht …, sondern …"), with indices; groups `wrong` and `right`. */
  readonly replacements: readonly RegExp[]
  /** One letter of a name that is spelled, with whatever makes it clear; groups `double`, `letter` and `table`. */
  readonly spelledLetter: RegExp
  /** One or two letters of a name by which it differs from those that sound alike: "mit a i"; group `double`. */
  readonly namedLetters: RegExp
  readonly particles: ReadonlySet<string>
  /** "Der Finn", "die Frau Kern": what stands before a name and is none of it. */
  readonly articles: RegExp
  readonly titles: ReadonlySet<string>
  /** Words no person is called. */
  readonly neverNames: ReadonlySet<string>
  readonly placeholders: ReadonlySet<string>
  /** Everyday words that are surnames too, behind a given name. */
  readonly surnames: ReadonlySet<string>
}

export type Clock = { readonly hour: number; readonly minute: number }

export type TimeWords = {
  /** Words of time that name none: greetings, "too early", "an hour later". */
  readonly namesNoTime: Phrases
  /** A word of time that greets where it stands first: "Morgen, ich bräuchte …". */
  readonly greetsFirst: RegExp
  readonly anyTime: Phrases
  /** Any hour will do: said beside a day, it takes back an hour said before. */
  readonly anyHour: Phrases
  /** What to look for when the caller has no preference. */
  readonly soonest: string
  /** What bounds a time rather than turning one down: "nicht vor zehn". */
  readonly limits: Phrases
  /** What stands before the time to which something is moved. */
  readonly towards: Phrases
  /** The same where it is read as an end otherwise, with group `rest`; null: no word is. */
  readonly destination: RegExp | null
  /** By how much something is moved: "eine Stunde später". */
  readonly shifts: Phrases
  /** The clock's part of a time expression: hours, windows of hours, parts of the day. */
  readonly clock: RegExp
  /** What remains of an expression without a day once its clock is taken out. */
  readonly connectives: ReadonlySet<string>
  readonly readClocks: (folded: string) => readonly Clock[]
  readonly weekdays: readonly Phrases[]
  /** A week and no day of it: "nächste Woche". */
  readonly weeks: Phrases
  /** A day of a week that was named before: "am Mittwoch". */
  readonly bareWeekday: Phrases
  readonly months: readonly Phrases[]
  /** Days that have a name and no number: "Heiligabend", "Ostern". */
  readonly feasts: Phrases
  /** Days that depend on today: no offer can be recognised by them. */
  readonly relativeDays: Phrases
}

export type ChoiceWords = {
  readonly ordinals: ReadonlyMap<string, number>
  /** Words for a place in the row; an article is not among them. */
  readonly numbers: ReadonlyMap<string, number>
  /** What stands before an ordinal that is a day: "am ersten". */
  readonly beforeDay: Phrases
  /** People, and no place in the row: "für alle drei". */
  readonly allOfThem: Phrases
  readonly last: Phrases
  readonly earlierOne: Phrases
  readonly middleOne: Phrases
  readonly laterOne: Phrases
  readonly clauseBreak: RegExp
}

export type ContactWords = {
  /** Numbers as telephone numbers and addresses are read out. */
  readonly digits: ReadonlyMap<string, number>
  readonly at: Phrases
  readonly signs: readonly { readonly spoken: Phrases; readonly sign: string }[]
  readonly joined: readonly { readonly spoken: Phrases; readonly written: string }[]
  readonly emailSurroundings: Phrases
  readonly doubled: Phrases
  /** What people say between the groups of a number. */
  readonly betweenDigits: Phrases
  readonly plus: Phrases
  readonly phoneAnnouncements: Phrases
}
