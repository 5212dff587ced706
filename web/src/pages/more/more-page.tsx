import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useSession } from '../../api/session-context.ts'
import { words } from '../../text/words.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { dailyPlacesFor, type Place, systemPlacesFor } from '../places.ts'
import styles from './more-page.module.css'

/** On a phone: everything for which the bar has no room. */
export const MorePage = () => (
  <>
    <PageHeader title={words.navigation.more} />
    <div className={styles.parts}>
      <Panel title={words.navigation.business}>
        <Places places={dailyPlacesFor(useSession()).filter(({ bar }) => bar !== undefined)} />
      </Panel>
      <Panel title={words.navigation.system}>
        <Places places={systemPlacesFor(useSession())} />
      </Panel>
    </div>
  </>
)

const Places = ({ places }: { places: readonly Place[] }) => (
  <ul>
    {places.map(({ link, name, Icon }) => (
      <li key={name}>
        <Link className={styles.place} {...link}>
          <Icon className={styles.sign} size={22} stroke={1.75} aria-hidden="true" />
          <span>{words.navigation[name]}</span>
          <IconChevronRight className={styles.arrow} size={18} aria-hidden="true" />
        </Link>
      </li>
    ))}
  </ul>
)
