import {
  IconCheck,
  IconChecks,
  IconDoorEnter,
  IconHourglass,
  IconPhone,
  IconPlugConnected,
  IconUser,
  IconUserOff,
  IconWorld,
  IconX,
  type Icon as TablerIcon,
} from '@tabler/icons-react'
import type { AppointmentSource, AppointmentState } from '../api/contract.ts'
import { words } from '../text/words.ts'
import { Badge, type Tone } from '../ui/badge.tsx'

const looks: Record<AppointmentState, { tone: Tone; Icon: TablerIcon }> = {
  confirmed: { tone: 'accent', Icon: IconCheck },
  requested: { tone: 'caution', Icon: IconHourglass },
  checked_in: { tone: 'positive', Icon: IconDoorEnter },
  completed: { tone: 'neutral', Icon: IconChecks },
  cancelled: { tone: 'neutral', Icon: IconX },
  no_show: { tone: 'critical', Icon: IconUserOff },
}

const sources: Record<AppointmentSource, TablerIcon> = {
  phone: IconPhone,
  web: IconWorld,
  api: IconPlugConnected,
  staff: IconUser,
}

export const AppointmentBadge = ({ state }: { state: AppointmentState }) => {
  const { tone, Icon } = looks[state]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" stroke={2.25} />}>
      {words.appointmentState[state]}
    </Badge>
  )
}

/** The way an appointment came in, as a sign with its word for whoever cannot see it. */
export const SourceSign = ({ source }: { source: AppointmentSource }) => {
  const Icon = sources[source]
  return (
    <Icon role="img" aria-label={words.source[source]} title={words.source[source]} size={16} stroke={1.75} />
  )
}
