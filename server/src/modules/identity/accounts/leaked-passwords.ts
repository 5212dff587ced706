import { dictionary } from '@zxcvbn-ts/language-common'

export const SHORTEST = 12
export const LONGEST = 128

export type PasswordVerdict = 'good' | 'too_short' | 'too_long' | 'leaked' | 'personal'

const leaked = new Set(dictionary['passwords-common'])

/**
 * Whether a password may be chosen. Looked up in a list of the most frequent leaked ones, offline: nobody is told
 * that somebody thinks of this password. Digits and signs around a leaked word make no other word of it.
 */
export function judgePassword(password: string, person: { email: string; name: string }): PasswordVerdict {
  if (password.length < SHORTEST) return 'too_short'
  if (password.length > LONGEST) return 'too_long'
  const plain = fold(password)
  const core = plain.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  if (leaked.has(plain) || leaked.has(core) || isRepeated(plain)) return 'leaked'
  return personalWords(person).some(word => plain.includes(word) && plain.length - word.length < 6)
    ? 'personal'
    : 'good'
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** One short piece again and again: `abcabcabcabc`, `111111111111`, `passwordpassword`. */
function isRepeated(text: string): boolean {
  const period = `${text}${text}`.indexOf(text, 1)
  return period < text.length && (period < 6 || leaked.has(text.slice(0, period)))
}

function personalWords({ email, name }: { email: string; name: string }): string[] {
  const [local = '', domain = ''] = fold(email).split('@')
  return [local, domain.split('.')[0] ?? '', ...fold(name).split(/\s+/), 'askpro'].filter(
    word => word.length > 3,
  )
}
