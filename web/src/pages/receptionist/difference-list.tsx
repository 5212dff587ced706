import { words } from '../../text/words.ts'
import styles from './receptionist.module.css'

export type ShownDifference = { path: string; before: unknown; after: unknown }

type Props = {
  differences: readonly ShownDifference[]
  /** What the two sides are called; without it: before and after. */
  sides?: { before: string; after: string }
}

/** Place by place: what it was, and what it is. */
export const DifferenceList = ({ differences, sides }: Props) => {
  const { before, after } = sides ?? {
    before: words.telephone.receptionist.before,
    after: words.telephone.receptionist.after,
  }
  return (
    <ul>
      {differences.map(difference => (
        <li key={difference.path} className={styles.difference}>
          <strong>{difference.path}</strong>
          <span>
            <span className={styles.side}>{before}</span>
            {valueText(difference.before)}
          </span>
          <span>
            <span className={styles.side}>{after}</span>
            {valueText(difference.after)}
          </span>
        </li>
      ))}
    </ul>
  )
}

const valueText = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return words.telephone.receptionist.nothing
  if (Array.isArray(value) && value.every(item => typeof item !== 'object'))
    return value.length === 0 ? words.telephone.receptionist.nothing : value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
