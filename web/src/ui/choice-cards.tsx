import { useId } from 'react'
import styles from './choice-cards.module.css'

type Choice<Value extends string> = { value: Value; title: string; text?: string }

type Props<Value extends string> = {
  label: string
  choices: Choice<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  disabled?: boolean
}

/** One of a few, each with a line that explains it: radio buttons that are easy to hit. */
export const ChoiceCards = <Value extends string>({
  label,
  choices,
  value,
  onChange,
  disabled,
}: Props<Value>) => {
  const name = useId()
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend className={styles.legend}>{label}</legend>
      {choices.map(choice => (
        <label className={styles.card} key={choice.value}>
          <input
            className={styles.input}
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span className={styles.words}>
            <span className={styles.title}>{choice.title}</span>
            {choice.text && <span className={styles.text}>{choice.text}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
