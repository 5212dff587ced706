import { type ReactNode, useId } from 'react'
import styles from './panel.module.css'

type Props = {
  title: string
  /** Shown beside the title, such as how many there are. */
  count?: ReactNode
  action?: ReactNode
  children: ReactNode
  className?: string | undefined
}

/** A titled part of a page: a region that can be found by its title. */
export const Panel = ({ title, count, action, children, className }: Props) => {
  const titleId = useId()
  return (
    <section className={[styles.panel, className].filter(Boolean).join(' ')} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 className={styles.title} id={titleId}>
          {title}
        </h2>
        {count !== undefined && <span className={styles.count}>{count}</span>}
        {action && <div className={styles.action}>{action}</div>}
      </div>
      {children}
    </section>
  )
}
