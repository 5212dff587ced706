import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { CallDetail, Message } from '../../api/contract.ts'
import { wordFor, words } from '../../text/words.ts'
import { Panel } from '../../ui/panel.tsx'
import styles from './claims-panel.module.css'

/** What a hosted agent said it had done, and whether it was: a caller relies on what they were told. */
export const ClaimsPanel = ({ claims, messages }: Pick<CallDetail, 'claims' | 'messages'>) => {
  if (claims.length === 0) return null
  const correction = messages.find(({ kind }) => kind === 'correction')
  return (
    <Panel title={words.call.claims.title} count={claims.length}>
      <ul>
        {claims.map(({ kind, sentence, verdict, other_time }, index) => (
          <li className={styles.claim} data-verdict={verdict} key={index}>
            {verdict === 'ghost' ? (
              <IconAlertTriangle className={styles.icon} size={18} stroke={1.75} aria-hidden="true" />
            ) : (
              <IconCheck className={styles.icon} size={18} stroke={1.75} aria-hidden="true" />
            )}
            <div>
              <p className={styles.kind}>{words.call.claims.kind[kind]}</p>
              {sentence !== null && <p className={styles.sentence}>{words.call.claims.quote(sentence)}</p>}
              <p className={styles.verdict}>{words.call.claims[other_time ? 'otherTime' : verdict]}</p>
            </div>
          </li>
        ))}
      </ul>
      {correction !== undefined && <p className={styles.correction}>{correctionText(correction)}</p>}
    </Panel>
  )
}

/** Whether the caller knows by now, and if not, why. */
const correctionText = ({ state, reason }: Message): string =>
  [words.call.claims.correction[state], reason === null ? undefined : wordFor(words.messageReason, reason)]
    .filter(part => part !== undefined)
    .join(' ')
