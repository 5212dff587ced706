import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { DAY_MINUTES, type Stretch } from '../../util/day-layout.ts'
import type { Column, Entry } from './columns.ts'

/** An appointment on its way to another place, not yet let go. */
export type Moving = {
  entry: Entry
  columnKey: string
  from: number
  by: 'pointer' | 'keyboard'
}

export type Drop = { entry: Entry; column: Column; from: number }

export const STEP_MINUTES = 15
const DRAG_AFTER_PX = 5

type Options = {
  columns: readonly Column[]
  shown: Stretch
  /** How many minutes one pixel is. */
  minutesPerPx: () => number
  onDrop: (drop: Drop) => void
  onKeyboard: (moving: Moving | null) => void
}

/**
 * Picks appointments up and puts them down. States: nothing moves → `moving` (by pointer: from a few pixels on; by
 * keyboard: from the key M on) → put down elsewhere (`onDrop`), or given up with Escape or at the old place.
 */
export const useMover = ({ columns, shown, minutesPerPx, onDrop, onKeyboard }: Options) => {
  const [moving, setMoving] = useState<Moving | null>(null)
  const movingRef = useRef<Moving | null>(null)
  const wasDragged = useRef(false)
  const change = (next: Moving | null) => {
    movingRef.current = next
    setMoving(next)
  }
  const within = (entry: Entry, from: number) => {
    const length = entry.hull.to - entry.hull.from
    const latest = Math.min(DAY_MINUTES, shown.to) - Math.min(length, shown.to - shown.from)
    return Math.min(latest, Math.max(shown.from, from))
  }
  const drop = () => {
    const last = movingRef.current
    change(null)
    const column = columns.find(({ key }) => key === last?.columnKey)
    if (!last || !column) return
    const stayed = column.entries.includes(last.entry) && last.from === last.entry.hull.from
    if (!stayed) onDrop({ entry: last.entry, column, from: last.from })
    else if (last.by === 'keyboard') onKeyboard(null)
  }

  const pointer = (event: PointerEvent<HTMLElement>, entry: Entry) => {
    if (event.pointerType === 'touch' || event.button !== 0) return
    const { clientX, clientY } = event
    wasDragged.current = false
    const move = (next: globalThis.PointerEvent) => {
      const dx = next.clientX - clientX
      const dy = next.clientY - clientY
      if (!movingRef.current && Math.hypot(dx, dy) < DRAG_AFTER_PX) return
      wasDragged.current = true
      const key = columnUnder(next.clientX, columns)
      const wanted = entry.hull.from + dy * minutesPerPx()
      const from = within(entry, Math.round(wanted / STEP_MINUTES) * STEP_MINUTES)
      if (key) change({ entry, columnKey: key, from, by: 'pointer' })
    }
    const end = (why: 'dropped' | 'given up') => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', onEscape)
      if (why === 'dropped') drop()
      else change(null)
    }
    const up = () => end('dropped')
    const cancel = () => end('given up')
    const onEscape = (key: globalThis.KeyboardEvent) => key.key === 'Escape' && cancel()
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', onEscape)
  }

  const keyboard = (event: KeyboardEvent<HTMLElement>, entry: Entry, column: Column) => {
    const now = movingRef.current
    if (now === null) {
      if (event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      const first: Moving = { entry, columnKey: column.key, from: entry.hull.from, by: 'keyboard' }
      change(first)
      onKeyboard(first)
      return
    }
    if (now.by !== 'keyboard') return
    const next = steppedBy(event.key, now, columns)
    if (next === undefined) return
    event.preventDefault()
    if (next === 'drop') return drop()
    const settled = next && { ...next, from: within(entry, next.from) }
    change(settled)
    onKeyboard(settled)
  }

  /** Whether the click that ends a drag is no click. */
  const swallowsClick = () => {
    const swallowed = wasDragged.current || movingRef.current !== null
    wasDragged.current = false
    return swallowed
  }
  const giveUp = () => {
    if (movingRef.current?.by !== 'keyboard') return
    change(null)
    onKeyboard(null)
  }
  return { moving, pointer, keyboard, swallowsClick, giveUp }
}

/** Where a key leads: another place, down, or given up (null); undefined for keys that mean nothing here. */
const steppedBy = (
  key: string,
  moving: Moving,
  columns: readonly Column[],
): Moving | 'drop' | null | undefined => {
  const index = columns.findIndex(column => column.key === moving.columnKey)
  const beside = (steps: number) => ({
    ...moving,
    columnKey: columns[index + steps]?.key ?? moving.columnKey,
  })
  switch (key) {
    case 'ArrowUp':
      return { ...moving, from: moving.from - STEP_MINUTES }
    case 'ArrowDown':
      return { ...moving, from: moving.from + STEP_MINUTES }
    case 'ArrowLeft':
      return beside(-1)
    case 'ArrowRight':
      return beside(1)
    case 'Enter':
    case ' ':
      return 'drop'
    case 'Escape':
      return null
    default:
      return undefined
  }
}

const columnUnder = (clientX: number, columns: readonly Column[]) => {
  const keys = new Set(columns.map(({ key }) => key))
  for (const element of document.querySelectorAll<HTMLElement>('[data-column]')) {
    const { left, right } = element.getBoundingClientRect()
    const key = element.dataset.column ?? ''
    if (clientX >= left && clientX < right && keys.has(key)) return key
  }
  return null
}
