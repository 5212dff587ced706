import type { ReactNode } from 'react'
import styles from './fact-list.module.css'

/** Names and what they stand for, in two columns. Leave a fact out by giving `false`. */
export const FactList = ({ facts }: { facts: (readonly [name: string, fact: ReactNode] | false)[] }) => (
  <dl className={styles.facts}>
    {facts
      .filter(fact => fact !== false)
      .map(([name, fact]) => (
        <div className={styles.fact} key={name}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{fact}</dd>
        </div>
      ))}
  </dl>
)
