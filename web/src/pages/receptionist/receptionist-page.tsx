import { useQuery } from '@tanstack/react-query'
import { alarmsQuery, differencesQuery, receptionistQuery } from '../../api/receptionist-queries.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { QueryState } from '../../table/query-state.tsx'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { pb } from '../../util/path-builder.ts'
import { LinkButton } from '../link-button.tsx'
import { DefinitionForm } from './definition-form.tsx'
import { DifferenceList } from './difference-list.tsx'
import { PublicationPanel } from './publication-panel.tsx'
import styles from './receptionist.module.css'
import { SpeakingPanel } from './speaking-panel.tsx'
import { VersionsPanel } from './versions-panel.tsx'

/** How the business speaks on the telephone: what is live, its draft, and the way from one to the other. */
export const ReceptionistPage = () => {
  const receptionist = words.telephone.receptionist
  const query = usePrefetchedQuery(receptionistQuery())
  return (
    <>
      <PageHeader
        title={receptionist.title}
        lead={receptionist.lead}
        actions={
          <LinkButton {...pb.testCall()} variant="default" size="sm">
            {receptionist.testCall}
          </LinkButton>
        }
      />
      <div className={styles.parts}>
        <QueryState query={query}>
          {now => (
            <>
              <Alarms />
              <SpeakingPanel now={now} />
              {now.publication !== null && <PublicationPanel id={now.publication.id} />}
              <Panel title={receptionist.draft}>
                {/* Somebody else's draft is shown as soon as it is saved. */}
                <DefinitionForm key={`${now.draft?.id} ${now.draft?.revision}`} now={now} />
              </Panel>
              <Panel title={receptionist.changes}>
                <Changes live={now.live?.id ?? null} draft={now.draft?.id ?? null} />
              </Panel>
              <VersionsPanel />
            </>
          )}
        </QueryState>
      </div>
    </>
  )
}

/** What of the telephone somebody should look at, and what to do. */
const Alarms = () => {
  const text = words.telephone.receptionist.alarms
  const alarms = useQuery(alarmsQuery()).data ?? []
  if (alarms.length === 0) return null
  return (
    <Panel title={text.title} count={alarms.length}>
      <ul className={styles.body}>
        {alarms.map(alarm => (
          <li key={alarm}>
            <strong>{text[alarm].title}</strong>
            <p>{text[alarm].text}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const Changes = ({ live, draft }: { live: string | null; draft: string | null }) => {
  const receptionist = words.telephone.receptionist
  const query = useQuery(differencesQuery(live, draft))
  if (draft === null) return <EmptyState title={receptionist.noDraft} />
  if (live === null) return <EmptyState title={receptionist.nobody} />
  return (
    <QueryState query={query}>
      {differences =>
        differences.length === 0 ? (
          <EmptyState title={receptionist.noChanges} />
        ) : (
          <DifferenceList differences={differences} />
        )
      }
    </QueryState>
  )
}
