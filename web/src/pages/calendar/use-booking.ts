import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type BookingWish, bookAppointment } from '../../api/booking-queries.ts'
import type { Appointment } from '../../api/contract.ts'
import { type Problem, problemOf } from '../../api/problem.ts'
import { topics } from '../../api/queries.ts'
import { words } from '../../text/words.ts'
import { newWishKey } from '../../util/wish-key.ts'

type Options = { onBooked: (appointment: Appointment) => void; onLost: () => void }

/** Books once; a time that somebody else was quicker to take is asked for anew, and whatever else says why not. */
export const useBooking = ({ onBooked, onLost }: Options) => {
  const queryClient = useQueryClient()
  const [lost, setLost] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const keys = useRef(new Map<string, string>())
  /** Sent again after a lost answer, a wish is the same wish. */
  const keyOf = (wish: object) => {
    const text = JSON.stringify(wish)
    const key = keys.current.get(text) ?? newWishKey()
    keys.current.set(text, key)
    return key
  }
  const mutation = useMutation({
    mutationFn: (wish: Omit<BookingWish, 'key'>) => bookAppointment({ ...wish, key: keyOf(wish) }),
    onMutate: () => {
      setLost(null)
      setProblem(null)
    },
    onSuccess: onBooked,
    onError: error => {
      const refused = problemOf(error)
      if (refused.status !== 409) return setProblem(refused)
      setLost(words.booking.lost)
      onLost()
    },
    onSettled: () =>
      Promise.all(
        [topics.calendar, topics.slots, topics.appointments, topics.customers].map(topic =>
          queryClient.invalidateQueries({ queryKey: [topic] }),
        ),
      ),
  })
  return { book: mutation.mutate, pending: mutation.isPending, lost, problem }
}
