import { Button } from '@mantine/core'
import { IconCalendarOff, IconPlus } from '@tabler/icons-react'
import { words } from '../../text/words.ts'
import type { LocalDate } from '../../util/local-date.ts'
import type { Opened } from './calendar-sheets.tsx'

type Props = { day: LocalDate; who: string | undefined; onOpen: (opened: Opened) => void }

/** Booking and blocking without pointing at a time. */
export const NewButtons = ({ day, who, onOpen }: Props) => {
  const picked = { day, minutes: null, resourceId: who }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCalendarOff size={18} stroke={1.75} />}
        onClick={() => onOpen({ kind: 'time', picked, start: 'block' })}
      >
        {words.time.title.block}
      </Button>
      <Button
        leftSection={<IconPlus size={18} stroke={2} />}
        onClick={() => onOpen({ kind: 'time', picked, start: 'book' })}
      >
        {words.time.new}
      </Button>
    </>
  )
}
