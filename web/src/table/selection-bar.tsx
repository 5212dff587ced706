import type { ReactNode } from 'react'
import { useFormats } from '../text/use-formats.ts'
import { words } from '../text/words.ts'
import { CheckBox } from '../ui/check-box.tsx'
import type { Selection } from '../util/use-selection.ts'
import styles from './selection-bar.module.css'

type Props = {
  selection: Selection
  /** What can be done with the chosen ones. */
  children: ReactNode
  /** What can be done without choosing. */
  action?: ReactNode
}

/** Above a list: choose all, how many are chosen, and what to do with them. */
export const SelectionBar = ({ selection, children, action }: Props) => {
  const { counted } = useFormats()
  const { selected, state } = selection
  return (
    <div className={styles.bar} role="toolbar" aria-label={words.system.selection}>
      <CheckBox
        label={words.system.selectAll}
        checked={state === 'some' ? 'some' : state === 'all'}
        shows="label"
        onChange={selection.toggleAll}
      />
      {selected.length > 0 ? (
        <>
          <span className={styles.count} role="status">
            {counted(selected.length, words.system.selected)}
          </span>
          <span className={styles.actions}>{children}</span>
        </>
      ) : (
        action && <span className={styles.actions}>{action}</span>
      )}
    </div>
  )
}
