import { Collapse, UnstyledButton } from '@mantine/core'
import {
  IconBolt,
  IconChevronDown,
  IconCircleCheck,
  IconMail,
  IconMessage2,
  IconPhoneIncoming,
  IconTool,
  type Icon as TablerIcon,
} from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { TimelineEntry, TimelineKind } from '../api/contract.ts'
import { useFormats } from '../text/use-formats.ts'
import { words } from '../text/words.ts'
import { JsonBlock } from '../ui/json-block.tsx'
import { RequestReference } from './request-reference.tsx'
import styles from './timeline-step.module.css'
import { speakerOf, spokenIn, stepStatus, stepTitle } from './timeline-step-text.ts'

const icons: Record<TimelineKind, TablerIcon> = {
  webhook: IconBolt,
  inbound: IconPhoneIncoming,
  tool: IconTool,
  turn: IconMessage2,
  fact: IconCircleCheck,
  message: IconMail,
}

/** Above this a caller would notice that somebody is looking something up; nobody waits for the other kinds. */
const SLOW_MS = 300
const waitedFor = new Set<TimelineKind>(['tool', 'turn', 'inbound'])

type Props = { entry: TimelineEntry; startMs: number; arrival: 'present' | 'arriving' }

export const TimelineStep = ({ entry, startMs, arrival }: Props) => {
  const [expanded, setExpanded] = useState(false)
  const { time, offset } = useFormats()
  const detailsId = useId()
  const Icon = icons[entry.kind]
  const title = stepTitle(entry)
  return (
    <li className={styles.step} data-kind={entry.kind} data-arrival={arrival}>
      <time className={styles.offset} dateTime={entry.at} title={time.preciseClock(entry.at)}>
        {offset(Date.parse(entry.at) - startMs)}
      </time>
      <span className={styles.node} aria-hidden="true">
        <Icon size={15} stroke={2} />
      </span>
      <UnstyledButton
        className={styles.head}
        aria-expanded={expanded}
        aria-controls={detailsId}
        onClick={() => setExpanded(!expanded)}
      >
        <span className={styles.line}>
          <span className={styles.title}>{title}</span>
          <StepStatus entry={entry} />
        </span>
        <Spoken entry={entry} />
        {entry.took_ms !== null && <Took ms={entry.took_ms} kind={entry.kind} />}
        <IconChevronDown className={styles.chevron} size={16} aria-hidden="true" />
      </UnstyledButton>
      <Collapse
        className={styles.more}
        expanded={expanded}
        transitionDuration={160}
        keepMounted={false}
        id={detailsId}
      >
        <StepDetails entry={entry} />
      </Collapse>
    </li>
  )
}

const StepStatus = ({ entry }: { entry: TimelineEntry }) => {
  const status = entry.kind === 'tool' || entry.kind === 'message' ? stepStatus(entry) : null
  if (status === null) return null
  return (
    <span className={styles.status} data-went={status.went}>
      {status.text}
    </span>
  )
}

const Spoken = ({ entry }: { entry: TimelineEntry }) => {
  const spoken = spokenIn(entry)
  if (spoken === null) return null
  return (
    <span className={styles.spoken} data-speaker={speakerOf(entry)}>
      {spoken}
    </span>
  )
}

const Took = ({ ms, kind }: { ms: number; kind: TimelineKind }) => {
  const { took } = useFormats()
  return (
    <span className={styles.took} data-pace={ms > SLOW_MS && waitedFor.has(kind) ? 'slow' : 'quick'}>
      {took(ms)}
    </span>
  )
}

const StepDetails = ({ entry }: { entry: TimelineEntry }) => {
  const { time } = useFormats()
  return (
    <div className={styles.details}>
      <p className={styles.origin}>
        <span>{words.timeline.kind[entry.kind]}</span>
        <code>{entry.name}</code>
        <time dateTime={entry.at}>{time.preciseClock(entry.at)}</time>
      </p>
      <JsonBlock
        label={words.timeline.arguments}
        value={entry.arguments}
        emptyText={words.timeline.nothing}
      />
      <JsonBlock label={words.timeline.result} value={entry.result} emptyText={words.timeline.nothing} />
      {entry.request_id !== null && (
        <p className={styles.request}>
          <RequestReference requestId={entry.request_id} />
        </p>
      )}
    </div>
  )
}
