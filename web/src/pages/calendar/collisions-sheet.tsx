import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { collisionsQuery } from '../../api/block-queries.ts'
import type { Calendar, Slot } from '../../api/contract.ts'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { SideSheet } from '../../ui/side-sheet.tsx'
import { CollisionRow } from './collision-row.tsx'
import sheet from './sheets.module.css'
import styles from './time-sheet.module.css'
import type { Moved } from './use-move.ts'

type Props = {
  /** The block whose collisions are shown; null: those of all that nobody has decided about. */
  blockId: string | null
  calendar: Calendar
  onMove: (moved: Moved, slot: Slot) => void
  onClose: () => void
}

/** Appointments that stand in blocked time: each is moved, cancelled, or kept with a reason. */
export const CollisionsSheet = ({ blockId, calendar, onMove, onClose }: Props) => {
  const { counted } = useFormats()
  const query = useQuery(collisionsQuery(blockId === null ? 'open' : 'all'))
  const [picking, setPicking] = useState<string | null>(null)
  return (
    <SideSheet title={words.collisions.title} onClose={onClose}>
      <QueryState query={query}>
        {items => {
          const own = items.filter(({ block }) => blockId === null || block.id === blockId)
          const open = own.filter(({ state }) => state === 'open').length
          return (
            <>
              <p className={sheet.quiet}>{words.collisions.lead}</p>
              <p className={styles.stepTitle} role="status">
                {open === 0 ? words.collisions.allDone : counted(open, words.collisions.left)}
              </p>
              <ul className={styles.reasons}>
                {own.map(collision => (
                  <CollisionRow
                    key={collision.id}
                    collision={collision}
                    calendar={calendar}
                    picking={picking === collision.id}
                    onPicking={() => setPicking(picking === collision.id ? null : collision.id)}
                    onMove={(moved, slot) => {
                      setPicking(null)
                      onMove(moved, slot)
                    }}
                  />
                ))}
              </ul>
            </>
          )
        }}
      </QueryState>
    </SideSheet>
  )
}
