import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage } from '../../text/use-language.ts'
import { words } from '../../text/words.ts'
import { Mark } from '../../ui/mark.tsx'
import { pb } from '../../util/path-builder.ts'
import { LanguageSwitch } from '../language-switch.tsx'
import styles from '../login/login-page.module.css'

/** The frame of pages that links in letters open: nobody is logged in yet. */
export const LinkPage = ({
  title,
  lead,
  children,
}: {
  title: string
  lead?: string
  children: ReactNode
}) => {
  useLanguage()
  return (
    <main className={styles.main}>
      <title>{words.pageTitle(title)}</title>
      <div className={styles.box}>
        <p className={styles.brand}>
          <Mark size={34} /> {words.productName}
        </p>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p>{lead}</p>}
        {children}
        <Link className={styles.elsewhere} {...pb.login()}>
          {words.access.links.toLogin}
        </Link>
        <LanguageSwitch />
      </div>
    </main>
  )
}

/** What stands behind `#` in the address: it never reaches a server by itself. */
export const tokenOfAddress = (): string => decodeURIComponent(window.location.hash.slice(1))
