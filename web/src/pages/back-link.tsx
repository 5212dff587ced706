import { IconChevronLeft } from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import styles from './back-link.module.css'

/** One step up, to where this page is listed. */
export const BackLink = (link: LinkProps) => (
  <Link {...link} className={styles.link}>
    {state => (
      <>
        <IconChevronLeft size={16} stroke={2} aria-hidden="true" />
        {typeof link.children === 'function' ? link.children(state) : link.children}
      </>
    )}
  </Link>
)
