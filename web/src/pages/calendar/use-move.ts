import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { explanationQuery, moveAppointment, slotsQuery, undoChange } from '../../api/calendar-queries.ts'
import type { Slot } from '../../api/contract.ts'
import { type Problem, problemOf } from '../../api/problem.ts'
import { topics } from '../../api/queries.ts'
import { currentLanguage } from '../../text/language.ts'
import { clockOf, wallMinutes } from '../../util/day-layout.ts'
import type { LocalDate } from '../../util/local-date.ts'

export type Moved = { id: string; version: number; who: string; serviceId: string }
export type MoveTo = { day: LocalDate; minutes: number; staffId: string | undefined }

/** Where it cannot go and why, with what is free instead; `rules` can be overruled with a reason. */
export type Conflict = {
  moved: Moved
  because: 'not offered' | 'rules'
  sentence: string
  alternatives: readonly Slot[]
  slot: Slot | null
}

export type MoveNews =
  | { kind: 'pending' }
  | { kind: 'done'; moved: Moved; slot: Slot }
  | { kind: 'undone' }
  | { kind: 'said'; text: string }
  | { kind: 'stale' }
  | { kind: 'failed'; problem: Problem }

const NEAREST = 4

/** Moves appointments as the server allows: to a free start only, with its own words where it is none. */
export const useMove = () => {
  const queryClient = useQueryClient()
  const [news, setNews] = useState<MoveNews | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const readAgain = () =>
    Promise.all(
      [topics.calendar, topics.appointments, topics.slots].map(topic =>
        queryClient.invalidateQueries({ queryKey: [topic] }),
      ),
    )

  const moveToSlot = async (moved: Moved, slot: Slot, override?: string) => {
    setConflict(null)
    setNews({ kind: 'pending' })
    try {
      await moveAppointment({ id: moved.id, token: slot.token, version: moved.version, override })
      setNews({ kind: 'done', moved, slot })
    } catch (error) {
      await refused(moved, slot, problemOf(error))
    }
    await readAgain()
  }

  const refused = async (moved: Moved, slot: Slot, problem: Problem) => {
    setNews(null)
    const code = problem.type?.split('/').at(-1)
    if (code === 'stale-version') return setNews({ kind: 'stale' })
    if (code === 'fee-due' || code === 'not-allowed') {
      const sentence = problem.terms?.sentence[currentLanguage()] ?? ''
      return setConflict({ moved, because: 'rules', sentence, alternatives: [], slot })
    }
    if (problem.status !== 409) return setNews({ kind: 'failed', problem })
    const at = slot.starts_at.slice(0, 16)
    const { sentence } = await queryClient.fetchQuery(
      explanationQuery({ serviceId: moved.serviceId, at, staffId: slot.staff[0]?.id, moving: moved.id }),
    )
    const { alternatives } = problem
    setConflict({
      moved,
      because: 'not offered',
      sentence: sentence[currentLanguage()],
      alternatives,
      slot: null,
    })
  }

  const moveTo = async (moved: Moved, { day, minutes, staffId }: MoveTo) => {
    setNews({ kind: 'pending' })
    const wish = { serviceId: moved.serviceId, staffId, moving: moved.id }
    const at = `${day}T${clockOf(minutes)}`
    try {
      const slots = await queryClient.fetchQuery({ ...slotsQuery({ ...wish, day }), staleTime: 0 })
      const slot = slots.find(({ starts_at }) => starts_at.startsWith(at))
      if (slot) return await moveToSlot(moved, slot)
      const { sentence } = await queryClient.fetchQuery(explanationQuery({ ...wish, at }))
      setNews(null)
      const alternatives = nearest(slots, minutes)
      setConflict({
        moved,
        because: 'not offered',
        sentence: sentence[currentLanguage()],
        alternatives,
        slot: null,
      })
    } catch (error) {
      setNews({ kind: 'failed', problem: problemOf(error) })
    }
  }

  const undo = async (id: string) => {
    setNews({ kind: 'pending' })
    try {
      await undoChange(id)
      setNews({ kind: 'undone' })
    } catch (error) {
      setNews({ kind: 'failed', problem: problemOf(error) })
    }
    await readAgain()
  }

  return {
    news,
    conflict,
    moveTo,
    moveToSlot,
    undo,
    say: (text: string) => setNews({ kind: 'said', text }),
    dismiss: () => setNews(null),
    settle: () => setConflict(null),
  }
}

/** The free starts nearest to a time of their day, in order. */
const nearest = (slots: readonly Slot[], minutes: number): Slot[] =>
  slots
    .toSorted((a, b) => distance(a, minutes) - distance(b, minutes))
    .slice(0, NEAREST)
    .toSorted((a, b) => a.starts_at.localeCompare(b.starts_at))

const distance = ({ starts_at }: Slot, minutes: number) => Math.abs(wallMinutes(starts_at) - minutes)
