import type { ReactNode } from 'react'
import { words } from '../text/words.ts'
import styles from './page-header.module.css'

type Props = {
  title: string
  lead?: ReactNode
  /** A way back, above the title. */
  back?: ReactNode
  actions?: ReactNode
  /** What the browser tab says when it is not the title. */
  tabTitle?: string
}

export const PageHeader = ({ title, lead, back, actions, tabTitle }: Props) => (
  <header className={styles.header}>
    <title>{words.pageTitle(tabTitle ?? title)}</title>
    {back && <div className={styles.back}>{back}</div>}
    <div className={styles.row}>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {lead && <div className={styles.lead}>{lead}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  </header>
)
