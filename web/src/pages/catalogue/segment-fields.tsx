import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ServiceDetail } from '../../api/contract.ts'
import { words } from '../../text/words.ts'
import styles from './catalogue.module.css'
import { SegmentNeeds } from './segment-needs.tsx'

type Segments = ServiceDetail['segments']
type Props = { segments: Segments; mayManage: boolean; onChange: (segments: Segments) => void }

/** The parts of a service in order, each with its minutes, the gap behind it, and who and what it takes. */
export const SegmentFields = ({ segments, mayManage, onChange }: Props) => {
  const change = (index: number, part: Partial<Segments[number]>) =>
    onChange(segments.map((known, at) => (at === index ? { ...known, ...part } : known)))
  return (
    <>
      {segments.map((segment, index) => (
        <div className={styles.segment} key={index}>
          <TextInput
            type="number"
            min={5}
            max={600}
            step={5}
            label={words.catalogue.partMinutes(index + 1)}
            value={segment.minutes}
            readOnly={!mayManage}
            required
            withAsterisk={false}
            onChange={event => change(index, { minutes: Number(event.currentTarget.value) })}
          />
          <TextInput
            type="number"
            min={0}
            max={600}
            step={5}
            label={words.catalogue.gapMinutes(index + 1)}
            value={segment.gap_after_minutes}
            readOnly={!mayManage}
            onChange={event => change(index, { gap_after_minutes: Number(event.currentTarget.value) })}
          />
          {mayManage && segments.length > 1 && (
            <ActionIcon
              variant="default"
              size={42}
              aria-label={words.catalogue.removePart(index + 1)}
              onClick={() => onChange(segments.filter((_, at) => at !== index))}
            >
              <IconTrash size={18} stroke={1.75} />
            </ActionIcon>
          )}
          {mayManage && (
            <SegmentNeeds
              number={index + 1}
              needs={segment.needs}
              gap={segment.gap_after_minutes > 0 ? 'behind it' : 'none'}
              onChange={needs => change(index, { needs })}
            />
          )}
        </div>
      ))}
      {mayManage && (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() =>
              onChange([
                ...segments,
                { minutes: 15, gap_after_minutes: 0, needs: segments[0]?.needs ?? null },
              ])
            }
          >
            {words.catalogue.addPart}
          </Button>
        </div>
      )}
    </>
  )
}
