import { TextInput } from '@mantine/core'
import type { ImportService } from '../../api/contract.ts'
import { words } from '../../text/words.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { CheckBox } from '../../ui/check-box.tsx'
import styles from './import.module.css'
import { priceMinorOf, type ServicePick, toggled } from './import-choices.ts'

type Props = { service: ImportService; pick: ServicePick; onPick: (pick: ServicePick) => void }

const tones: Record<ImportService['state'], Tone> = {
  same: 'positive',
  differs: 'caution',
  new: 'accent',
  gone: 'neutral',
}

/** One event type: what it is here, what differs, and what of it is to be taken over. */
export const ImportServiceItem = ({ service, pick, onPick }: Props) => {
  const text = words.elsewhere.import
  const { name, state, match, problems, hosts } = service
  return (
    <li className={styles.item}>
      <p className={styles.who}>
        {name}
        <Badge tone={tones[state]}>{text.state[state]}</Badge>
        {match === 'by_name' && <span className={styles.foot}>{text.byName}</span>}
      </p>
      {problems.map(({ kind, detail }) => (
        <p key={`${kind}/${detail}`} className={styles.problem}>
          {text.problem[kind]} {detail}
        </p>
      ))}
      {state === 'new' && (
        <p className={styles.foot}>
          {service.fields
            .filter(({ field }) => field !== 'name')
            .map(({ field, theirs }) => `${text.field[field]}: ${valueText(theirs)}`)
            .join(' · ')}
        </p>
      )}
      {state === 'new' && <NewService name={name} pick={pick} onPick={onPick} />}
      {state === 'differs' && <ChangedFields service={service} pick={pick} onPick={onPick} />}
      {state !== 'new' && state !== 'gone' && hosts.missing.length > 0 && (
        <div className={styles.choice}>
          <CheckBox
            label={text.takeHosts(name)}
            checked={pick.hosts}
            onChange={() => onPick({ ...pick, hosts: !pick.hosts })}
          />
          <span>{text.hosts(hosts.missing.length)}</span>
        </div>
      )}
    </li>
  )
}

const NewService = ({ name, pick, onPick }: { name: string } & Omit<Props, 'service'>) => {
  const text = words.elsewhere.import
  return (
    <div className={styles.choice}>
      <CheckBox
        label={text.add(name)}
        shows="label"
        checked={pick.adds}
        onChange={() => onPick({ ...pick, adds: !pick.adds })}
      />
      {pick.adds && (
        <TextInput
          className={styles.price}
          size="sm"
          inputMode="decimal"
          label={text.price(name)}
          description={text.priceHint}
          value={pick.price}
          error={pick.price !== '' && priceMinorOf(pick.price) === null}
          onChange={event => onPick({ ...pick, price: event.currentTarget.value })}
        />
      )}
    </div>
  )
}

const ChangedFields = ({ service: { name, fields }, pick, onPick }: Props) => {
  const text = words.elsewhere.import
  return (
    <>
      <ul className={styles.fields}>
        {fields.map(({ field, ours, theirs, owner, changed }) => (
          <li key={field} className={styles.choice}>
            <CheckBox
              label={text.take(text.field[field], name)}
              checked={pick.fields.includes(field)}
              onChange={() => onPick({ ...pick, fields: toggled(pick.fields, field) })}
            />
            <span>
              {text.field[field]}: {text.sides(valueText(ours), valueText(theirs))}
            </span>
            <span className={styles.foot}>{text.owner[owner]}</span>
            {changed !== null && (
              <span className={changed === 'both' ? styles.problem : styles.foot}>
                {text.changed[changed]}
              </span>
            )}
          </li>
        ))}
      </ul>
      {pick.fields.length > 0 && (
        <CheckBox
          label={text.give(name)}
          shows="label"
          checked={pick.gives}
          onChange={() => onPick({ ...pick, gives: !pick.gives })}
        />
      )}
    </>
  )
}

export const valueText = (value: string | number | boolean | null): string => {
  const text = words.elsewhere.import.value
  if (value === null) return text.none
  if (typeof value === 'boolean') return value ? text.true : text.false
  return String(value)
}
