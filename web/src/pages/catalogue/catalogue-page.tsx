import { Link, useSearch } from '@tanstack/react-router'
import { words } from '../../text/words.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { useCurrentInView } from '../../ui/use-current-in-view.ts'
import { catalogueTabs, pb } from '../../util/path-builder.ts'
import styles from './catalogue.module.css'
import { ClosedTab } from './closed-tab.tsx'
import { HoursTab } from './hours-tab.tsx'
import { MatrixTab } from './matrix-tab.tsx'
import { RoomsTab } from './rooms-tab.tsx'
import { ServicesTab } from './services-tab.tsx'
import { TeamTab } from './team-tab.tsx'

const shown = {
  services: ServicesTab,
  team: TeamTab,
  matrix: MatrixTab,
  rooms: RoomsTab,
  hours: HoursTab,
  closed: ClosedTab,
} satisfies Record<(typeof catalogueTabs)[number], unknown>

/** What the business offers, by whom, and when. */
export const CataloguePage = () => {
  const { tab = 'services' } = useSearch({ from: '/office/catalogue' })
  const Shown = shown[tab]
  const tabs = useCurrentInView()
  return (
    <>
      <PageHeader
        title={words.catalogue.title}
        lead={words.catalogue.lead}
        tabTitle={words.catalogue.tab[tab]}
      />
      <nav className={styles.tabs} ref={tabs} aria-label={words.catalogue.title}>
        {catalogueTabs.map(known => (
          <Link
            key={known}
            className={styles.tab}
            {...pb.catalogueOf(known)}
            aria-current={known === tab ? 'page' : undefined}
          >
            {words.catalogue.tab[known]}
          </Link>
        ))}
      </nav>
      <Shown />
    </>
  )
}
