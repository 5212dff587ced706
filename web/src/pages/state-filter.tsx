import { Link, type LinkProps } from '@tanstack/react-router'
import { words } from '../text/words.ts'
import styles from './state-filter.module.css'

type Choice = { label: string; link: LinkProps; count?: number | undefined; current: boolean }

/** Which of a list to see, as links, so that a choice can be bookmarked. */
export const StateFilter = ({ choices }: { choices: Choice[] }) => (
  <nav className={styles.filter} aria-label={words.system.filter}>
    {choices.map(({ label, link, count, current }) => (
      <Link key={label} {...link} className={styles.choice} aria-current={current ? 'page' : undefined}>
        {label}
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </Link>
    ))}
  </nav>
)
