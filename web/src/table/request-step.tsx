import {
  IconBolt,
  IconCalendarEvent,
  IconInbox,
  IconMail,
  IconMailForward,
  IconMessage2,
  IconPhoneIncoming,
  IconSettingsAutomation,
  IconTool,
  IconWorldUpload,
  type Icon as TablerIcon,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { RequestStepKind, RequestStep as Step } from '../api/contract.ts'
import { useFormats } from '../text/use-formats.ts'
import { words } from '../text/words.ts'
import { Badge } from '../ui/badge.tsx'
import styles from './request-step.module.css'
import {
  requestStepDetail,
  requestStepPlace,
  requestStepState,
  requestStepTitle,
} from './request-step-text.ts'

const icons: Record<RequestStepKind, TablerIcon> = {
  inbox_event: IconInbox,
  webhook: IconBolt,
  inbound: IconPhoneIncoming,
  tool: IconTool,
  turn: IconMessage2,
  appointment_change: IconCalendarEvent,
  job: IconSettingsAutomation,
  message: IconMail,
  delivery: IconMailForward,
  outbound_request: IconWorldUpload,
}

/** One thing that a request caused, with its time since the first. */
export const RequestStep = ({ step, startMs }: { step: Step; startMs: number }) => {
  const { time, offset, took } = useFormats()
  const Icon = icons[step.kind]
  const state = requestStepState(step)
  const detail = requestStepDetail(step)
  return (
    <li className={styles.step}>
      <time className={styles.offset} dateTime={step.at} title={time.preciseClock(step.at)}>
        {offset(Date.parse(step.at) - startMs)}
      </time>
      <span className={styles.node} aria-hidden="true">
        <Icon size={15} stroke={2} />
      </span>
      <div className={styles.what}>
        <p className={styles.kind}>{words.requests.kind[step.kind]}</p>
        <p className={styles.line}>
          <span className={styles.title}>{requestStepTitle(step)}</span>
          {state !== null && <Badge tone={state.tone}>{state.text}</Badge>}
        </p>
        {detail !== null && <p className={styles.detail}>{detail}</p>}
        <p className={styles.foot}>
          <time dateTime={step.at}>{time.preciseClock(step.at)}</time>
          {step.took_ms !== null && <span>{words.requests.took(took(step.took_ms))}</span>}
          <PlaceLink step={step} />
        </p>
      </div>
    </li>
  )
}

const PlaceLink = ({ step }: { step: Step }) => {
  const place = requestStepPlace(step)
  if (place === null) return null
  return (
    <Link className={styles.place} {...place.link}>
      {place.label}
    </Link>
  )
}
