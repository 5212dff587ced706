import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Receptionist } from '../../api/contract.ts'
import { differencesQuery, receptionistQuery, versionQuery } from '../../api/receptionist-queries.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { wordFor, words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { JsonBlock } from '../../ui/json-block.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { pb } from '../../util/path-builder.ts'
import { BackLink } from '../back-link.tsx'
import { DifferenceList } from './difference-list.tsx'
import styles from './receptionist.module.css'
import { usePublish } from './use-publish.ts'

/** One version of the receptionist: what it says, what Retell was given, and the way back to it. */
export const VersionPage = () => {
  const receptionist = words.telephone.receptionist
  const { time } = useFormats()
  const { versionId } = useParams({ from: '/office/receptionist/$versionId' })
  const version = usePrefetchedQuery(versionQuery(versionId))
  const now = usePrefetchedQuery(receptionistQuery())
  const moment = (at: string | null) => (at === null ? '–' : time.moment(at))
  return (
    <QueryState query={version}>
      {shown => (
        <>
          <PageHeader
            title={receptionist.version(shown.number)}
            lead={receptionist.states[shown.state]}
            back={<BackLink {...pb.receptionist()}>{receptionist.back}</BackLink>}
          />
          <div className={styles.parts}>
            <Panel title={receptionist.details}>
              <div className={styles.body}>
                <FactList
                  facts={[
                    [receptionist.brainName, receptionist.brain[shown.definition.brain]],
                    [receptionist.fields.voice, shown.definition.voice_id],
                    [receptionist.fields.language, receptionist.languages[shown.definition.language]],
                    [
                      receptionist.madeBy,
                      `${wordFor(receptionist.actors, shown.made_by) ?? shown.made_by}, ${moment(shown.created_at)}`,
                    ],
                    [receptionist.frozen, moment(shown.published_at)],
                  ]}
                />
                {now.data && <Again now={now.data} versionId={versionId} />}
              </div>
            </Panel>
            <Panel title={receptionist.changesTo}>
              <Changes live={now.data?.live?.id ?? null} versionId={versionId} />
            </Panel>
            <Panel title={receptionist.rendered}>
              <div className={styles.body}>
                <JsonBlock
                  label={receptionist.renderedLabel}
                  value={shown.rendered}
                  emptyText={receptionist.notRendered}
                />
              </div>
            </Panel>
          </div>
        </>
      )}
    </QueryState>
  )
}

const Changes = ({ live, versionId }: { live: string | null; versionId: string }) => {
  const receptionist = words.telephone.receptionist
  const query = useQuery(differencesQuery(live, versionId))
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

const Again = ({ now, versionId }: { now: Receptionist; versionId: string }) => {
  const receptionist = words.telephone.receptionist
  const { result, pending, publish } = usePublish()
  const [asking, setAsking] = useState(false)
  if (now.live?.id === versionId) return null
  return (
    <>
      <div className={styles.links}>
        <ActionButton
          refusal={refusalText(now.allowed.publish)}
          pending={pending}
          onClick={() => setAsking(true)}
        >
          {receptionist.again}
        </ActionButton>
      </div>
      <ActionResult result={result} />
      {asking && (
        <ConfirmDialog
          title={receptionist.againTitle}
          text={receptionist.againText}
          confirm={receptionist.again}
          onConfirm={() => {
            setAsking(false)
            publish(versionId)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
