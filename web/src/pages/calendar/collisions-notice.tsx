import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { collisionsQuery } from '../../api/block-queries.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import styles from './calendar-page.module.css'

/** That appointments stand in blocked time and somebody has to decide; nothing when none does. */
export const CollisionsNotice = ({ onOpen }: { onOpen: () => void }) => {
  const { counted } = useFormats()
  const open = useQuery(collisionsQuery('open')).data?.length ?? 0
  if (open === 0) return null
  return (
    <div className={styles.collisions}>
      <IconAlertTriangle size={20} stroke={1.75} aria-hidden="true" />
      <p>
        {words.collisions.title}: {counted(open, words.collisions.left)}
      </p>
      <Button variant="default" size="xs" onClick={onOpen}>
        {words.collisions.show}
      </Button>
    </div>
  )
}
