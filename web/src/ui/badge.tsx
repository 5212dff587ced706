import type { ReactNode } from 'react'
import styles from './badge.module.css'

export type Tone = 'neutral' | 'accent' | 'live' | 'positive' | 'caution' | 'critical' | 'notice'

type Props = { tone: Tone; icon?: ReactNode; children: ReactNode }

export const Badge = ({ tone, icon, children }: Props) => (
  <span className={styles.badge} data-tone={tone}>
    {icon}
    {children}
  </span>
)
