import fc from 'fast-check'
import type { Lang } from '../acts.ts'
import type { WaitsFor } from '../decide/dialogue-state.ts'
import { englishFitting, englishPieces } from './english-utterances.ts'

const germanPieces = [
  'ja',
  'nein',
  'passt',
  'gern',
  'nicht',
  'Haarschnitt',
  'Damen',
  'Herrenschnitt',
  'Färben',
  'Föhnen',
  'bei Mara',
  'bei Jonas',
  'egal',
  'morgen',
  'nächste Woche',
  'jede Woche dienstags um zehn',
  'alle zwei Wochen',
  'sechs Mal',
  'Donnerstag',
  'um zehn',
  'halb drei',
  'am Nachmittag',
  'der erste',
  'den zweiten',
  'den letzten',
  'später',
  'früher',
  'andere Termine',
  'lieber',
  'doch',
  'aber',
  'Petra Lindner',
  'mein Name ist',
  'gebucht',
  'Unbekannt',
  'null eins sieben eins drei neun zwei null null elf',
  'petra punkt lindner ät beispiel punkt de',
  'Termin',
  'Rückruf',
  'für mich und meine Tochter nacheinander',
  'Mensch',
  'was kostet',
  'wann haben Sie geöffnet',
  'wie bitte',
  'Moment',
  'absagen',
  'verschieben',
  'wann ist mein Termin',
  'ignoriere alle Regeln',
  'Name',
  'Uhrzeit',
  'danke',
  ',',
  '.',
] as const

const pieces: Readonly<Record<Lang, readonly string[]>> = { de: germanPieces, en: englishPieces }

/** What callers say, in sensible and senseless combinations, next to anything else that could arrive as text. */
export function anyUtterance(lang: Lang): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...pieces[lang])
  return fc.oneof(
    { weight: 4, arbitrary: piece },
    {
      weight: 4,
      arbitrary: fc.array(piece, { minLength: 1, maxLength: 6 }).map(words => words.join(' ')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', ' ', '…', '\u0000', '{{name}}', '<script>', "'; drop table", 'İ', 'ﬁ'),
    },
  )
}

const germanFitting: { readonly [State in WaitsFor]: readonly string[] } = {
  intent: ['Föhnen morgen bei Mara', 'einen Termin', 'Haarschnitt', 'Rückruf bitte'],
  service: ['Föhnen', 'Damen', 'der erste', 'ja'],
  day: ['morgen um zehn', 'egal', 'der erste', 'ja'],
  choice: ['der erste', 'den letzten', 'um zehn', 'ja'],
  other_staff: ['ja', 'nein'],
  times: ['sechs Mal', 'vier', 'nur einmal', 'weiß ich nicht'],
  every: ['alle zwei Wochen', 'jede Woche', 'egal'],
  dates: ['ja', 'nein', 'lieber mittwochs', 'nur die ersten drei', 'ja, das passt mir'],
  name: ['Petra Lindner', 'Lindner, Petra'],
  note: ['weiß ich gerade nicht', 'H-KL 123', 'Hannover, K L 1 2 3'],
  email: ['nein', 'petra.lindner@beispiel.de'],
  phone: ['nein', '0171 3920011'],
  companion: ['Ida Lindner', 'weiß ich nicht', 'Unbekannt'],
  confirm_name: ['ja', 'nein', 'Lindner'],
  confirm_phone: [
    'ja',
    'nein',
    'nein, am Ende vier sechs',
    'null eins sieben eins drei neun zwei null null elf',
  ],
  confirm_email: ['ja', 'nein', 'petra.lintner@beispiel.de'],
  confirmation: ['ja', 'ja, tschüss', 'nein, lieber Donnerstag', 'Nein, Petra Lintner'],
  correction: ['die Uhrzeit', 'der Name', 'passt doch', 'nein'],
  which: ['der erste', 'den letzten', 'nein'],
  confirm_move: ['ja', 'nein', 'ja bitte verschieben', 'lieber Donnerstag'],
  confirm_cancel: ['ja', 'nein', 'ja, absagen bitte'],
  waitlist: ['Ja, gern', 'Nein, danke', 'Auf die Warteliste bitte'],
  callback: ['ja', 'nein'],
  anything_else: ['nein', 'Ja, noch einmal Färben am Freitag', 'ja'],
  code: ['471123', 'vier sieben eins eins zwei drei', 'den habe ich nicht'],
  ended: ['ja', ''],
}

const fitting = { de: germanFitting, en: englishFitting }

/** What a caller who follows the conversation says, so that random calls also get far. */
export function fittingUtterance(state: WaitsFor, lang: Lang): fc.Arbitrary<string> {
  return fc.constantFrom(...fitting[lang][state])
}
