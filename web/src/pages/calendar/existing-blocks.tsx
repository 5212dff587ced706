import { Button, VisuallyHidden } from '@mantine/core'
import { removeBlock } from '../../api/block-queries.ts'
import type { Calendar, CalendarBlock } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { stretchOn } from '../../util/day-layout.ts'
import { blockText } from './band-block.tsx'
import type { PickedTime } from './picked-time.ts'
import styles from './time-sheet.module.css'

/** What blocks the time already, with the way to open it again. */
export const ExistingBlocks = ({ picked, calendar }: { picked: PickedTime; calendar: Calendar }) => {
  const { time } = useFormats()
  const { result, pending, start } = useAction(topics.calendar)
  const blocks = calendar.blocks.filter(block => concerns(block, picked))
  if (blocks.length === 0 && result === null) return null
  return (
    <section className={styles.step}>
      {blocks.length > 0 && <h3 className={styles.stepTitle}>{words.block.existing}</h3>}
      {blocks.map(block => (
        <div className={styles.chosen} key={block.id}>
          <span className={styles.chosenWords}>
            <span className={styles.chosenTitle}>{blockText(block.kind, block.reason)}</span>
            <span className={styles.chosenText}>
              {time.moment(block.starts_at)} – {time.moment(block.ends_at)}
            </span>
          </span>
          <Button
            variant="default"
            size="xs"
            loading={pending}
            onClick={() =>
              start(async () => {
                await removeBlock(block.kind, block.id)
                return { went: 'well', text: words.block.removed }
              })
            }
          >
            {words.block.remove}
            <VisuallyHidden>: {blockText(block.kind, block.reason)}</VisuallyHidden>
          </Button>
        </div>
      ))}
      <ActionResult result={result} />
    </section>
  )
}

const concerns = (block: CalendarBlock, { day, minutes, resourceId }: PickedTime) => {
  if (block.resource_id !== null && resourceId !== undefined && block.resource_id !== resourceId) return false
  const stretch = stretchOn(day, block)
  if (stretch === null) return false
  return minutes === null || (stretch.from <= minutes && minutes < stretch.to)
}
