import type { OperatorOverview } from '../../api/contract.ts'
import { useFormats } from '../../text/use-formats.ts'
import { wordFor, words } from '../../text/words.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './businesses.module.css'

type Status = OperatorOverview['health']['status']

const tones: Record<Status, Tone> = {
  ok: 'positive',
  degraded: 'caution',
  down: 'critical',
  not_configured: 'neutral',
}

/** What all businesses share, and whether it works. */
export const InstallationPanel = ({ overview }: { overview: OperatorOverview }) => {
  const text = words.installation.businesses
  const { counted, time } = useFormats()
  const { dead, late } = overview.jobs_of_nobody
  return (
    <Panel title={text.installation} count={text.version(overview.version)}>
      <ul className={styles.checks}>
        {overview.health.checks.map(({ name, status, since }) => (
          <li className={styles.check} key={name}>
            <span className={styles.name}>{wordFor(text.check, name) ?? nameOf(name)}</span>
            <span className={styles.since}>{text.since(time.moment(since))}</span>
            <Badge tone={tones[status]}>{text.status[status]}</Badge>
          </li>
        ))}
        {dead + late > 0 && (
          <li className={styles.check}>
            <span className={styles.name}>{text.ofNobody}</span>
            <span className={styles.badges}>
              {dead > 0 && <Badge tone="critical">{counted(dead, text.jobsDead)}</Badge>}
              {late > 0 && <Badge tone="critical">{counted(late, text.jobsLate)}</Badge>}
            </span>
          </li>
        )}
      </ul>
    </Panel>
  )
}

/** Names of providers are the same in every language. */
const nameOf = (check: string) => `${check.charAt(0).toUpperCase()}${check.slice(1)}`.replaceAll('_', ' ')
