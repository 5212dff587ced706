import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type CalendarSearch, pb } from '../../util/path-builder.ts'
import type { Opened } from './calendar-sheets.tsx'

/**
 * Opens what the address asks for, once: the address forgets it, so that whoever closes the sheet and comes back does
 * not find it open again.
 */
export const useStart = (search: CalendarSearch, day: string, onOpen: (opened: Opened) => void) => {
  const navigate = useNavigate()
  const { start, view, day: chosen, who, by } = search
  useEffect(() => {
    if (start === undefined) return
    onOpen({ kind: 'time', picked: { day, minutes: null, resourceId: who }, start })
    void navigate({ ...pb.calendarAt({ view, day: chosen, who, by }), replace: true })
  }, [start, view, chosen, who, by, day, navigate, onOpen])
}
