import { useQuery } from '@tanstack/react-query'
import { client, unwrap } from '../../api/client.ts'
import type { Receptionist } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { claimRatesQuery } from '../../api/receptionist-queries.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { wordFor, words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { DifferenceList } from './difference-list.tsx'
import styles from './receptionist.module.css'

type Drift = NonNullable<Receptionist['drift']>

const driftTones: Record<Drift['state'], Tone> = {
  none: 'positive',
  drifted: 'critical',
  outdated: 'caution',
  unknown: 'neutral',
}

/** What callers hear now, and whether Retell still has it as it was published. */
export const SpeakingPanel = ({ now }: { now: Receptionist }) => {
  const receptionist = words.telephone.receptionist
  const { time } = useFormats()
  const { live } = now
  return (
    <Panel title={receptionist.speaking}>
      {!now.connected && (
        <p className={styles.body} role="status">
          {receptionist.notConnected}
        </p>
      )}
      {live === null ? (
        <EmptyState title={receptionist.nobody} text={receptionist.nobodyText} />
      ) : (
        <div className={styles.body}>
          <FactList
            facts={[
              [receptionist.version(live.number), receptionist.brain[live.definition.brain]],
              [receptionist.since, live.live_at === null ? '' : time.moment(live.live_at)],
              [receptionist.by, wordFor(receptionist.actors, live.made_by) ?? live.made_by],
              [receptionist.claims, <Claims key="claims" />],
            ]}
          />
          <DriftPart now={now} />
        </div>
      )}
    </Panel>
  )
}

const Claims = () => {
  const rates = useQuery(claimRatesQuery()).data
  return rates === undefined ? null : words.telephone.receptionist.claimsText(rates.claims, rates.ghosts)
}

const DriftPart = ({ now }: { now: Receptionist }) => {
  const receptionist = words.telephone.receptionist
  const { time } = useFormats()
  const { result, pending, start } = useAction(topics.receptionist)
  const check = () =>
    start(async () => {
      await unwrap(client.POST('/api/v1/receptionist/drift-checks'))
      return { went: 'well', text: receptionist.checked }
    })
  const { drift } = now
  return (
    <section aria-label={receptionist.drift}>
      <div className={styles.links}>
        {drift === null ? (
          <Badge tone="neutral">{receptionist.never}</Badge>
        ) : (
          <Badge tone={driftTones[drift.state]}>{receptionist.driftStates[drift.state]}</Badge>
        )}
        <ActionButton refusal={refusalText(now.allowed.publish)} pending={pending} onClick={check}>
          {receptionist.check}
        </ActionButton>
      </div>
      <ActionResult result={result} />
      {drift !== null && (
        <>
          <p className={styles.more}>
            {receptionist.driftText[drift.state]} {time.moment(drift.checked_at)}
          </p>
          <DifferenceList
            differences={drift.differences.map(({ path, expected, found }) => ({
              path,
              before: expected,
              after: found,
            }))}
            sides={{ before: receptionist.published, after: receptionist.found }}
          />
        </>
      )}
    </section>
  )
}
