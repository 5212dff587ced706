import { words } from '../../text/words.ts'
import { CheckBox } from '../../ui/check-box.tsx'
import { SideSheet } from '../../ui/side-sheet.tsx'
import styles from './commands.module.css'
import { pagesByKey } from './shortcuts.ts'
import { wantSingleKeys } from './single-keys.ts'

type Props = { singles: boolean; onSingles: (singles: boolean) => void; onClose: () => void }

/** Every key that does something everywhere, and a way to turn the single ones off. */
export const ShortcutHelp = ({ singles, onSingles, onClose }: Props) => {
  const text = words.commands.shortcuts
  const change = () => {
    wantSingleKeys(singles ? 'off' : 'on')
    onSingles(!singles)
  }
  return (
    <SideSheet title={text.title} onClose={onClose}>
      <dl className={styles.keys}>
        <div>
          <dt>
            <kbd>{text.control}</kbd> {text.or} <kbd>⌘</kbd> + <kbd>K</kbd>
          </dt>
          <dd>{text.palette}</dd>
        </div>
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{text.help}</dd>
        </div>
        <div>
          <dt>
            <kbd>N</kbd>
          </dt>
          <dd>{text.book}</dd>
        </div>
        {Object.entries(pagesByKey).map(([key, { name }]) => (
          <div key={key}>
            <dt>
              <kbd>G</kbd> {text.andThen} <kbd>{key.toUpperCase()}</kbd>
            </dt>
            <dd>{text.goTo(words.navigation[name])}</dd>
          </div>
        ))}
      </dl>
      <CheckBox shows="label" label={text.singles} checked={singles} onChange={change} />
      <p className={styles.hint}>{text.singlesHint}</p>
    </SideSheet>
  )
}
