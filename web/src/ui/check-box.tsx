import styles from './check-box.module.css'

type Props = {
  label: string
  checked: boolean | 'some'
  disabled?: boolean
  /** Whether the label is to be seen, or only to be heard. */
  shows?: 'label' | 'box'
  onChange: () => void
}

export const CheckBox = ({ label, checked, disabled = false, shows = 'box', onChange }: Props) => (
  <label className={styles.check}>
    <input
      className={styles.box}
      type="checkbox"
      aria-label={shows === 'box' ? label : undefined}
      checked={checked === true}
      disabled={disabled}
      ref={box => {
        if (box !== null) box.indeterminate = checked === 'some'
      }}
      onChange={onChange}
    />
    {shows === 'label' && label}
  </label>
)
