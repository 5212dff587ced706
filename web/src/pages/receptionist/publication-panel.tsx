import { useQuery } from '@tanstack/react-query'
import type { Publication } from '../../api/contract.ts'
import { publicationQuery } from '../../api/receptionist-queries.ts'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { wordFor, words } from '../../text/words.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './receptionist.module.css'

const steps = ['llm', 'draft', 'publish', 'read_back', 'bind', 'check'] as const

const tones: Record<Publication['steps'][number]['outcome'], Tone> = {
  done: 'positive',
  failed: 'caution',
  turned_back: 'critical',
  undone: 'notice',
}
const stateTones: Record<Publication['state'], Tone> = {
  running: 'live',
  turning_back: 'caution',
  live: 'positive',
  rolled_back: 'critical',
}

/** The newest publication, step by step as it goes. */
export const PublicationPanel = ({ id }: { id: string }) => {
  const receptionist = words.telephone.receptionist
  const { time } = useFormats()
  const query = useQuery(publicationQuery(id))
  return (
    <Panel title={receptionist.publication}>
      <QueryState query={query}>
        {publication => (
          <>
            <div className={styles.row} role="status">
              <Badge tone={stateTones[publication.state]}>
                {receptionist.publicationStates[publication.state]}
              </Badge>
              <span className={styles.more}>
                {publication.reason !== null && `${receptionist.reasons[publication.reason]} `}
                {time.moment(publication.started_at)} ·{' '}
                {wordFor(receptionist.actors, publication.started_by) ?? publication.started_by}
              </span>
            </div>
            <ol>
              {publication.steps.map(step => (
                <li key={step.at} className={styles.row}>
                  <span className={styles.what}>{receptionist.steps[step.step]}</span>
                  {step.outcome !== 'done' && step.detail !== null && (
                    <span className={styles.more}>{step.detail}</span>
                  )}
                  <Badge tone={tones[step.outcome]}>{receptionist.outcomes[step.outcome]}</Badge>
                </li>
              ))}
              {comingOf(publication).map(step => (
                <li key={step} className={styles.row}>
                  <span className={styles.what}>{receptionist.steps[step]}</span>
                  <Badge tone="neutral">{receptionist.waiting}</Badge>
                </li>
              ))}
            </ol>
          </>
        )}
      </QueryState>
    </Panel>
  )
}

/** What is still to come while it goes forward. */
const comingOf = ({ state, step }: Publication) =>
  state === 'running' ? steps.slice(steps.indexOf(step)) : []
