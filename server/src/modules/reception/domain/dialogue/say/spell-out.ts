/** An address for the ear: every sign as a word of its own. */
export function spellEmail(email: string, signs: Readonly<Record<string, string>>): string {
  return email.replace(/[^a-z0-9]/gi, sign => ` ${signs[sign] ?? sign} `).trim()
}

/** The last word of a name, letter by letter. */
export function letters(name: string): string {
  return [...(name.split(' ').at(-1) ?? name).toUpperCase()].join(', ')
}
