import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { staffQuery } from '../../api/booking-queries.ts'
import type { BookableService } from '../../api/contract.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import styles from './time-sheet.module.css'

type Props = {
  services: readonly BookableService[]
  /** Whom it shall be with, if anybody in particular. */
  personId: string | undefined
  onPick: (service: BookableService) => void
}

const SEARCH_FROM = 9

/** What shall be done. What the chosen person does not do stays in the list and says so. */
export const ServiceStep = ({ services, personId, onPick }: Props) => {
  const { money } = useFormats()
  const [wanted, setWanted] = useState('')
  const person = useQuery(staffQuery()).data?.find(({ id }) => id === personId)
  const does = (service: BookableService) =>
    person === undefined || person.services.some(({ id }) => id === service.id)
  const found = services
    .filter(({ name, synonyms }) => [name, ...synonyms].some(text => contains(text, wanted)))
    .toSorted((a, b) => Number(does(b)) - Number(does(a)))
  return (
    <section className={styles.step} aria-label={words.booking.service}>
      <h3 className={styles.stepTitle}>{words.booking.whichService}</h3>
      {services.length >= SEARCH_FROM && (
        <TextInput
          aria-label={words.booking.searchService}
          placeholder={words.booking.searchService}
          leftSection={<IconSearch size={16} />}
          value={wanted}
          onChange={event => setWanted(event.currentTarget.value)}
        />
      )}
      <ul className={styles.options}>
        {found.map(service => (
          <li key={service.id}>
            <button
              type="button"
              className={styles.option}
              disabled={!does(service)}
              onClick={() => onPick(service)}
            >
              <span className={styles.optionTitle}>{service.name}</span>
              <span className={styles.optionMore}>
                {does(service)
                  ? `${words.appointment.minutes(service.minutes)} · ${money(service.price_minor, service.currency)}`
                  : words.booking.notBy(person?.name ?? '')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const contains = (text: string, wanted: string) => text.toLowerCase().includes(wanted.trim().toLowerCase())
