import {
  IconAlertTriangle,
  IconArrowForwardUp,
  IconCalendarCheck,
  IconCalendarEvent,
  IconCalendarX,
  IconHeartQuestion,
  IconHourglass,
  IconInfoCircle,
  IconPhoneCall,
  IconPhoneOff,
  IconUrgent,
  type Icon as TablerIcon,
} from '@tabler/icons-react'
import type { CallOutcome, CallSummary } from '../api/contract.ts'
import { words } from '../text/words.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import { LiveDot } from '../ui/live-dot.tsx'

const looks: Record<CallOutcome, { tone: Tone; Icon: TablerIcon }> = {
  booked: { tone: 'positive', Icon: IconCalendarCheck },
  moved: { tone: 'notice', Icon: IconCalendarEvent },
  cancelled: { tone: 'neutral', Icon: IconCalendarX },
  waitlist: { tone: 'notice', Icon: IconHourglass },
  callback: { tone: 'caution', Icon: IconPhoneCall },
  transferred: { tone: 'notice', Icon: IconArrowForwardUp },
  answered: { tone: 'neutral', Icon: IconInfoCircle },
  wish: { tone: 'caution', Icon: IconHeartQuestion },
  emergency: { tone: 'critical', Icon: IconUrgent },
  abandoned: { tone: 'neutral', Icon: IconPhoneOff },
  failed: { tone: 'critical', Icon: IconAlertTriangle },
}

/** What came of a call; while it runs, that it runs. */
export const OutcomeBadge = ({ call }: { call: Pick<CallSummary, 'state' | 'outcome'> }) => {
  if (call.state === 'ongoing') {
    return (
      <Badge tone="live" icon={<LiveDot />}>
        {words.callState.ongoing}
      </Badge>
    )
  }
  if (call.outcome === null) {
    return (
      <Badge tone={call.state === 'failed' ? 'critical' : 'neutral'}>{words.callState[call.state]}</Badge>
    )
  }
  const { tone, Icon } = looks[call.outcome]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {words.outcome[call.outcome]}
    </Badge>
  )
}
