import styles from './json-block.module.css'
import { jsonTokens } from './json-tokens.ts'

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
