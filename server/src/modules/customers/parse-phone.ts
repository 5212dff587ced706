import { parsePhoneNumberFromString } from 'libphonenumber-js'

export function parsePhone(text: string): string | null {
  if (text.length > 60) return null
  const parsed = parsePhoneNumberFromString(text, 'DE')
  return parsed?.isPossible() ? parsed.number : null
}
