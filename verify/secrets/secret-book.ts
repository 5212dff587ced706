/** What nobody may find, and how it would look if somebody could. */

export type SecretBook = {
  /** Remembers a secret and gives it back. `shownBy`: the one answer that may have it, as `POST /path`. */
  add(name: string, value: string, shownBy?: string): string
  readonly size: number
  /** Names of the secrets that are in a text, and which of their forms it is. `from`: the request that it answers. */
  findIn(text: string, from?: string): string[]
  /** The same for bytes that are no text: as they are, only. */
  findInBytes(bytes: Buffer): string[]
}

type Secret = {
  readonly name: string
  readonly bytes: Buffer
  readonly shownBy: string | null
  readonly forms: ReadonlyArray<{ readonly as: string; readonly text: string }>
}

/** Shorter ones would be found by chance. */
const SHORTEST = 8

export function createSecretBook(): SecretBook {
  const secrets: Secret[] = []
  return {
    add: (name, value, shownBy) => {
      if (value.length < SHORTEST) throw new Error(`The secret "${name}" is too short to be looked for.`)
      secrets.push({ name, bytes: Buffer.from(value), shownBy: shownBy ?? null, forms: formsOf(value) })
      return value
    },
    get size() {
      return secrets.length
    },
    findIn: (text, from) =>
      secrets
        .filter(({ shownBy }) => shownBy === null || shownBy !== from)
        .flatMap(({ name, forms }) =>
          forms.filter(form => text.includes(form.text)).map(form => `${name}, ${form.as}`),
        ),
    findInBytes: bytes => secrets.filter(secret => bytes.includes(secret.bytes)).map(({ name }) => name),
  }
}

function formsOf(value: string) {
  const forms = [
    { as: 'as it is', text: value },
    { as: 'as in JSON', text: JSON.stringify(value).slice(1, -1) },
    { as: 'as in an address', text: encodeURIComponent(value) },
    { as: 'in hexadecimal', text: Buffer.from(value).toString('hex') },
    ...inBase64(value).map(text => ({ as: 'in base64', text })),
  ]
  return forms.filter(({ text }, at) => forms.findIndex(other => other.text === text) === at)
}

/** As it looks inside of something longer, at each of the three places where it may begin; both alphabets. */
function inBase64(value: string): string[] {
  return [0, 1, 2].flatMap(before => {
    const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]).toString('base64')
    const [first, last] = [
      Math.ceil((before * 4) / 3),
      Math.floor(((before + Buffer.byteLength(value)) * 4) / 3),
    ]
    const inner = encoded.slice(first, last)
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
