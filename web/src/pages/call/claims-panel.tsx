import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { CallDetail } from '../../api/contract.ts'
import { words } from '../../text/words.ts'
import { Panel } from '../../ui/panel.tsx'
import styles from './claims-panel.module.css'

/** What a hosted agent said it had done, and whether it was: a caller relies on what they were told. */
export const ClaimsPanel = ({ claims }: Pick<CallDetail, 'claims'>) => {
  if (claims.length === 0) return null
  return (
    <Panel title={words.call.claims.title} count={claims.length}>
      <ul>
        {claims.map(({ kind, sentence, verdict }, index) => (
          <li className={styles.claim} data-verdict={verdict} key={index}>
            {verdict === 'ghost' ? (
              <IconAlertTriangle className={styles.icon} size={18} stroke={1.75} aria-hidden="true" />
            ) : (
              <IconCheck className={styles.icon} size={18} stroke={1.75} aria-hidden="true" />
            )}
            <div>
              <p className={styles.kind}>{words.call.claims.kind[kind]}</p>
              {sentence !== null && <p className={styles.sentence}>{words.call.claims.quote(sentence)}</p>}
              <p className={styles.verdict}>{words.call.claims[verdict]}</p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
