import { IconPhoneCall } from '@tabler/icons-react'
import type { CallDetail } from '../../api/contract.ts'
import { BookedCard } from '../../table/booked-card.tsx'
import { CallDuration } from '../../table/call-duration.tsx'
import { MessageRow } from '../../table/message-row.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { wordFor, words } from '../../text/words.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { fromText } from '../../util/caller-text.ts'
import { phoneText } from '../../util/phone-text.ts'
import styles from './call-aside.module.css'
import { ClaimsPanel } from './claims-panel.tsx'

/** What came of the call, and its key facts. */
export const CallAside = ({ call }: { call: CallDetail }) => (
  <div className={styles.aside}>
    {call.appointments.map(appointment => (
      <BookedCard key={appointment.id} appointment={appointment} messages={[]} />
    ))}
    <ClaimsPanel claims={call.claims} messages={call.messages} />
    <Callbacks call={call} />
    <Panel title={words.call.facts}>
      <CallFacts call={call} />
    </Panel>
    {call.messages.length > 0 && (
      <Panel title={words.call.messages} count={call.messages.length}>
        <ul>
          {call.messages.map(message => (
            <MessageRow key={message.id} message={message} />
          ))}
        </ul>
      </Panel>
    )}
  </div>
)

const CallFacts = ({ call }: { call: CallDetail }) => {
  const { time, money, took } = useFormats()
  return (
    <FactList
      facts={[
        [
          words.call.from,
          call.from === null ? (
            fromText(null)
          ) : (
            <CopyText key="from" text={call.from} shown={phoneText(call.from)} font="plain" />
          ),
        ],
        [words.call.to, phoneText(call.to)],
        [words.call.customer, call.customer?.name ?? words.call.unknownCustomer],
        [words.call.started, time.moment(call.started_at)],
        [words.call.duration, <CallDuration key="duration" call={call} />],
        call.latency !== null && [
          words.call.latency,
          words.call.waited(took(call.latency.p50_ms), took(call.latency.p95_ms)),
        ],
        call.cost !== null && [words.call.cost, money(Math.round(call.cost.cents), call.cost.currency)],
        [words.call.language, words.account.languageNames[call.language]],
        call.disconnection_reason !== null && [
          words.call.endedBy,
          wordFor(words.disconnection, call.disconnection_reason) ?? call.disconnection_reason,
        ],
        [words.call.provider, words.provider[call.provider]],
        [words.call.providerId, <CopyText key="id" text={call.provider_call_id} />],
      ]}
    />
  )
}

const Callbacks = ({ call }: { call: CallDetail }) => {
  const { time } = useFormats()
  if (call.callback_requests.length === 0) return null
  return (
    <Panel title={words.call.callbacks} count={call.callback_requests.length}>
      <ul>
        {call.callback_requests.map(request => (
          <li className={styles.callback} key={request.id}>
            <IconPhoneCall className={styles.icon} size={18} stroke={1.75} aria-hidden="true" />
            <div>
              <p className={styles.who}>{request.name ?? fromText(request.phone)}</p>
              <p className={styles.reason}>{request.reason}</p>
              {request.due_at !== null && (
                <p className={styles.due}>{words.today.callBackBy(time.moment(request.due_at))}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
