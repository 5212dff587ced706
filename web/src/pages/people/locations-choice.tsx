import { useQuery } from '@tanstack/react-query'
import { placesQuery } from '../../api/settings-queries.ts'
import { words } from '../../text/words.ts'
import { CheckBox } from '../../ui/check-box.tsx'
import styles from './locations-choice.module.css'

type Props = {
  legend: string
  /** Null: all of them. */
  chosen: readonly string[] | null
  disabled?: boolean
  onChange: (chosen: string[] | null) => void
}

/** For which locations somebody or something acts; nothing to choose where there is one. */
export const LocationsChoice = ({ legend, chosen, disabled = false, onChange }: Props) => {
  const { data: places = [] } = useQuery(placesQuery())
  if (places.length < 2) return null
  const change = (id: string): void => {
    const before = chosen ?? []
    const next = before.includes(id) ? before.filter(other => other !== id) : [...before, id]
    onChange(next.length === 0 ? null : next)
  }
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      <CheckBox
        shows="label"
        label={words.access.people.allLocations}
        checked={chosen === null}
        disabled={disabled || chosen === null}
        onChange={() => onChange(null)}
      />
      {places.map(({ id, name }) => (
        <CheckBox
          key={id}
          shows="label"
          label={name}
          checked={chosen?.includes(id) ?? false}
          disabled={disabled}
          onChange={() => change(id)}
        />
      ))}
    </fieldset>
  )
}

/** Names of the locations, or nothing where it is all of them. */
export const useLocationNames = (chosen: readonly string[] | null): string | null => {
  const { data: places = [] } = useQuery(placesQuery())
  if (chosen === null) return null
  return places
    .filter(({ id }) => chosen.includes(id))
    .map(({ name }) => name)
    .join(', ')
}
