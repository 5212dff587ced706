import { useNavigate } from '@tanstack/react-router'
import { type CalendarSearch, pb } from '../../util/path-builder.ts'

/** Goes to other days or another view, without a place in the history for each. */
export const useCalendarAddress = () => {
  const navigate = useNavigate()
  return (search: CalendarSearch) => void navigate({ ...pb.calendarAt(search), replace: true })
}
