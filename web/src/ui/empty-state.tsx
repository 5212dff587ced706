import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type Props = {
  icon?: ReactNode
  title: string
  text?: ReactNode
  action?: ReactNode
  size?: 'small' | 'large'
}

export const EmptyState = ({ icon, title, text, action, size = 'small' }: Props) => (
  <div className={styles.empty} data-size={size}>
    {icon && <div className={styles.icon}>{icon}</div>}
    <p className={styles.title}>{title}</p>
    {text && <p className={styles.text}>{text}</p>}
    {action && <div className={styles.action}>{action}</div>}
  </div>
)
