import styles from './live-dot.module.css'

/** A pulsing dot beside whatever is happening right now. Decoration; the words beside it say so too. */
export const LiveDot = () => <span className={styles.dot} aria-hidden="true" />
