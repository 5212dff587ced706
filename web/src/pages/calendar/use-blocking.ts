import { useMutation, useQueryClient } from '@tanstack/react-query'
import { addAbsence, addClosure, type BlockMade } from '../../api/block-queries.ts'
import type { AbsenceKind } from '../../api/contract.ts'
import { problemOf } from '../../api/problem.ts'
import { topics } from '../../api/queries.ts'
import { instantOn, type LocalDate } from '../../util/local-date.ts'

export const absenceKinds = ['vacation', 'illness', 'training', 'other'] as const satisfies AbsenceKind[]

/** Wall times of the business; the last day may end at „24:00“, which is written as midnight of the next. */
export type BlockRange = { fromDay: LocalDate; from: string; toDay: LocalDate; to: string }

type Wish = { range: BlockRange; reason: string | null } & (
  | { staffId: string; kind: AbsenceKind }
  | { resourceId: string | null }
)

/** Enters blocked time: for a person as an absence, else as a closure. */
export const useBlocking = ({ zone, onDone }: { zone: string; onDone: (made: BlockMade) => void }) => {
  const queryClient = useQueryClient()
  const mutation = useMutation({
    mutationFn: (wish: Wish) => {
      const { reason, range } = wish
      const at = (day: string, clock: string) => instantOn(day, minutesOf(clock), zone)
      const span = { starts_at: at(range.fromDay, range.from), ends_at: at(range.toDay, range.to) }
      return 'staffId' in wish
        ? addAbsence({ ...span, staff_id: wish.staffId, kind: wish.kind, note: reason })
        : addClosure({ ...span, resource_id: wish.resourceId, reason })
    },
    onSuccess: onDone,
    onSettled: () => queryClient.invalidateQueries({ queryKey: [topics.calendar] }),
  })
  return {
    save: mutation.mutate,
    pending: mutation.isPending,
    problem: mutation.error && problemOf(mutation.error),
  }
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
