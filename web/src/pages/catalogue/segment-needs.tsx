import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ServiceDetail } from '../../api/contract.ts'
import { words } from '../../text/words.ts'
import { CheckBox } from '../../ui/check-box.tsx'
import styles from './catalogue.module.css'

type Needs = ServiceDetail['segments'][number]['needs']
type Need = NonNullable<Needs>[number]
type Props = {
  number: number
  needs: Needs
  /** Only then there is something to choose: people are free in gaps anyway. */
  gap: 'behind it' | 'none'
  onChange: (needs: Needs) => void
}

const MOST_NEEDS = 8
const kinds = ['staff', 'room', 'device'] as const satisfies Need['kind'][]

/** Who and what one part takes. The same role in several parts is one person or room for all of them. */
export const SegmentNeeds = ({ number, needs, gap, onChange }: Props) => {
  const text = words.catalogue.needs
  const list = needs ?? []
  const first: Need = { role: text.usualRole, kind: 'staff' }
  const change = (index: number, part: Partial<Need>) =>
    onChange(list.map((known, at) => (at === index ? { ...known, ...part } : known)))
  return (
    <fieldset className={styles.needs}>
      <legend>{text.title(number)}</legend>
      <CheckBox
        shows="label"
        label={text.own(number)}
        checked={list.length > 0}
        onChange={() => onChange(list.length > 0 ? null : [first])}
      />
      {list.map((need, index) => (
        <div className={styles.need} key={index}>
          <NativeSelect
            label={text.kind}
            value={need.kind}
            data={kinds.map(kind => ({ value: kind, label: text.kinds[kind] }))}
            onChange={({ currentTarget: { value } }) =>
              change(index, { kind: kinds.find(known => known === value) ?? 'staff' })
            }
          />
          <TextInput
            label={text.role}
            value={need.role}
            required
            withAsterisk={false}
            maxLength={50}
            autoComplete="off"
            onChange={event => change(index, { role: event.currentTarget.value })}
          />
          <ActionIcon
            variant="default"
            size={42}
            aria-label={text.remove(need.role)}
            onClick={() => onChange(list.length === 1 ? null : list.filter((_, at) => at !== index))}
          >
            <IconTrash size={18} stroke={1.75} />
          </ActionIcon>
          {gap === 'behind it' && need.kind !== 'staff' && (
            <div className={styles.needGap}>
              <CheckBox
                shows="label"
                label={text.freeInGap(need.role)}
                checked={need.gaps === 'free'}
                onChange={() => change(index, { gaps: need.gaps === 'free' ? 'kept' : 'free' })}
              />
            </div>
          )}
        </div>
      ))}
      {list.length > 0 && list.length < MOST_NEEDS && (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...list, { role: text.kinds.room, kind: 'room' }])}
          >
            {text.add}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
