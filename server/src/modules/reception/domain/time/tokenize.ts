/** A word, a number or a mark of a phrase, with the characters it came from: `[start, end)`. */
export interface Token {
  readonly text: string
  readonly kind: 'word' | 'digits' | 'mark'
  readonly start: number
  readonly end: number
  /** Written without a space after the token before it. */
  readonly glued: boolean
  /** A comma or another stop stands before it. */
  readonly pause: boolean
}

const MARKS = new Map([
  [':', ':'],
  ['.', '.'],
  ['/', '/'],
  ['-', '-'],
  ['–', '-'],
  ['—', '-'],
])
const SILENT = new Set(["'", '’', '‘', '´', '`', '\u00ad'])
/** An utterance is shorter; a longer text is read up to here. */
const MOST_TOKENS = 200
const MOST_CHARACTERS = 4000
const ABBREVIATIONS = new Set(['dr', 'prof', 'ca', 'evtl', 'ggf', 'bzw', 'st'])
const DIAERESIS = '\u0308'
const LETTER = /\p{L}/u
const PLAIN = /^[a-z]+$/
const FOLDED = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
  ['é', 'e'],
  ['è', 'e'],
])

/** Lower case, umlauts written out: the spelling in which the word tables are compared. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word
  let folded = ''
  for (const char of word.toLowerCase()) folded += foldLetter(char)
  return folded
}

export function tokenize(text: string): readonly Token[] {
  const phrase = text.slice(0, MOST_CHARACTERS)
  const tokens: Token[] = []
  let pause = false
  let at = 0
  while (at < phrase.length && tokens.length < MOST_TOKENS) {
    const kind = kindOf(phrase, at)
    if (kind === null) {
      pause ||= !isSpace(phrase.charCodeAt(at)) && !isAbbreviated(tokens.at(-1), at)
      at += 1
      continue
    }
    const end = kind === 'mark' ? at + 1 : endOfRun(phrase, at, kind)
    tokens.push({
      text: kind === 'mark' ? (MARKS.get(phrase.charAt(at)) ?? '') : foldWord(phrase.slice(at, end)),
      kind,
      start: at,
      end,
      glued: tokens.at(-1)?.end === at,
      pause,
    })
    pause = false
    at = end
  }
  return tokens
}

/** The dot of "Dr. Sommer" ends nothing. */
function isAbbreviated(before: Token | undefined, at: number): boolean {
  return before?.end === at && ABBREVIATIONS.has(before.text)
}

function foldLetter(char: string): string {
  if (char >= 'a' && char <= 'z') return char
  if (char === DIAERESIS) return 'e'
  if (char === '.' || SILENT.has(char)) return ''
  return FOLDED.get(char) ?? char
}

function kindOf(phrase: string, at: number): Token['kind'] | null {
  const code = phrase.charCodeAt(at)
  if (isDigit(code)) return 'digits'
  if (isLetter(phrase, at)) return 'word'
  if (!MARKS.has(phrase.charAt(at))) return null
  return isSentenceEnd(phrase, at) ? null : 'mark'
}

function endOfRun(phrase: string, start: number, kind: 'word' | 'digits'): number {
  let end = start + 1
  while (end < phrase.length && belongs(phrase, end, kind)) end += 1
  return end
}

function belongs(phrase: string, at: number, kind: 'word' | 'digits'): boolean {
  if (kind === 'digits') return isDigit(phrase.charCodeAt(at))
  if (isLetter(phrase, at) || phrase.charAt(at) === DIAERESIS || SILENT.has(phrase.charAt(at))) return true
  return isInitialDot(phrase, at)
}

/** The dot of "p.m." and "z.B.": a letter on either side, standing alone. */
function isInitialDot(phrase: string, at: number): boolean {
  if (phrase.charAt(at) !== '.' || !isLetter(phrase, at + 1)) return false
  return !isLetter(phrase, at - 2) && !isLetter(phrase, at + 2)
}

/** A full stop is only of interest after a number: "24.", "14.30". */
function isSentenceEnd(phrase: string, at: number): boolean {
  if (phrase.charAt(at) !== '.') return false
  return at === 0 || !isDigit(phrase.charCodeAt(at - 1))
}

function isLetter(phrase: string, at: number): boolean {
  const code = phrase.charCodeAt(at)
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return LETTER.test(phrase.charAt(at))
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0 || code === 0x202f
}
