import styles from './json-block.module.css'

type Props = { label: string; value: unknown; emptyText: string }

/** A value as indented JSON, its keys, words and numbers told apart by colour. */
export const JsonBlock = ({ label, value, emptyText }: Props) => (
  <figure className={styles.figure}>
    <figcaption className={styles.label}>{label}</figcaption>
    {isNothing(value) ? (
      <p className={styles.nothing}>{emptyText}</p>
    ) : (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has only a keyboard must be able to scroll it
      <pre className={styles.code} tabIndex={0}>
        {jsonTokens(JSON.stringify(value, null, 2)).map(({ kind, text, at }) => (
          <span key={at} data-kind={kind}>
            {text}
          </span>
        ))}
      </pre>
    )}
  </figure>
)

const isNothing = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)

type Token = { kind: 'key' | 'text' | 'literal' | 'mark'; text: string; at: number }

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

export const jsonTokens = (json: string): Token[] => {
  const tokens: Token[] = []
  let end = 0
  for (const match of json.matchAll(TOKEN)) {
    if (match.index > end) tokens.push({ kind: 'mark', text: json.slice(end, match.index), at: end })
    const kind = match[2] !== undefined ? 'key' : match[1] !== undefined ? 'text' : 'literal'
    tokens.push({ kind, text: match[0], at: match.index })
    end = match.index + match[0].length
  }
  if (end < json.length) tokens.push({ kind: 'mark', text: json.slice(end), at: end })
  return tokens
}
