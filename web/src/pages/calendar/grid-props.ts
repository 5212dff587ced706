import type { ReactNode } from 'react'
import type { DrawnAppointment } from '../../api/contract.ts'
import type { Column } from './columns.ts'
import type { Drop, Moving } from './use-mover.ts'

export type GridProps = {
  columns: readonly Column[]
  heads: (column: Column) => ReactNode
  /** What a column is called: a person, or a day. */
  nameOf: (column: Column) => string
  /** Minutes since midnight of today, in the columns that are today. */
  now: { day: string; minutes: number }
  /** Whether entries say who they are with. */
  names: 'shown' | 'known'
  onOpen: (appointment: DrawnAppointment) => void
  /** What is done with a free time; without it free time is only looked at. */
  onPick?: ((column: Column, minutes: number | null) => void) | undefined
  onDrop: (drop: Drop) => void
  onKeyboard: (moving: Moving | null) => void
}
