import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconHourglass,
  IconLoader2,
  IconRefresh,
  type Icon as TablerIcon,
} from '@tabler/icons-react'
import type { InboxState, JobState, ScheduleState } from '../api/contract.ts'
import { words } from '../text/words.ts'
import { Badge, type Tone } from '../ui/badge.tsx'

type Look = { tone: Tone; Icon: TablerIcon }

const jobLooks: Record<JobState, Look> = {
  waiting: { tone: 'neutral', Icon: IconHourglass },
  scheduled: { tone: 'neutral', Icon: IconClock },
  running: { tone: 'notice', Icon: IconLoader2 },
  retrying: { tone: 'caution', Icon: IconRefresh },
  dead: { tone: 'critical', Icon: IconAlertTriangle },
}

const inboxLooks: Record<InboxState, Look> = {
  waiting: { tone: 'caution', Icon: IconHourglass },
  processed: { tone: 'positive', Icon: IconCheck },
  dead: { tone: 'critical', Icon: IconAlertTriangle },
}

const scheduleLooks: Record<ScheduleState, Look> = {
  ok: { tone: 'positive', Icon: IconCheck },
  late: { tone: 'caution', Icon: IconClock },
  failing: { tone: 'critical', Icon: IconAlertTriangle },
  pending: { tone: 'neutral', Icon: IconHourglass },
}

export const JobBadge = ({ state }: { state: JobState }) => (
  <LookBadge look={jobLooks[state]} word={words.jobs.state[state]} />
)

export const InboxBadge = ({ state }: { state: InboxState }) => (
  <LookBadge look={inboxLooks[state]} word={words.inbox.state[state]} />
)

export const ScheduleBadge = ({ state }: { state: ScheduleState }) => (
  <LookBadge look={scheduleLooks[state]} word={words.jobs.scheduleState[state]} />
)

const LookBadge = ({ look: { tone, Icon }, word }: { look: Look; word: string }) => (
  <Badge tone={tone} icon={<Icon aria-hidden="true" stroke={2.25} />}>
    {word}
  </Badge>
)
