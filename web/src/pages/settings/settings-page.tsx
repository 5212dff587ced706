import { Link } from '@tanstack/react-router'
import { placesQuery, settingsQuery } from '../../api/settings-queries.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { QueryState } from '../../table/query-state.tsx'
import { words } from '../../text/words.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { pb } from '../../util/path-builder.ts'
import { OnboardingPanel } from './onboarding-panel.tsx'
import styles from './settings.module.css'
import { SettingsForm } from './settings-form.tsx'
import { TransferForm } from './transfer-form.tsx'

/** What a business decides about itself, and what it still needs. */
export const SettingsPage = () => {
  const text = words.setup.settings
  const settings = usePrefetchedQuery(settingsQuery())
  const places = usePrefetchedQuery(placesQuery())
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className={styles.parts}>
        <OnboardingPanel />
        <Panel title={text.business}>
          <QueryState query={settings}>{now => <SettingsForm settings={now} />}</QueryState>
        </Panel>
        <QueryState query={places} frame={content => <Panel title={text.transfer}>{content}</Panel>}>
          {items =>
            items.map(place => (
              <Panel key={place.id} title={items.length > 1 ? text.transferOf(place.name) : text.transfer}>
                <TransferForm place={place} />
              </Panel>
            ))
          }
        </QueryState>
        <Panel title={text.elsewhere}>
          <ul className={styles.links}>
            <li>
              <Link {...pb.catalogueOf('hours')}>{words.catalogue.tab.hours}</Link>
            </li>
            <li>
              <Link {...pb.catalogueOf('closed')}>{words.catalogue.tab.closed}</Link>
            </li>
            <li>
              <Link {...pb.receptionist()}>{words.navigation.receptionist}</Link>
            </li>
          </ul>
        </Panel>
      </div>
    </>
  )
}
