import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { foundCustomersQuery } from '../../api/booking-queries.ts'
import type { Customer } from '../../api/contract.ts'
import { phoneOf } from '../../table/customer-row.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { words } from '../../text/words.ts'
import { SideSheet } from '../../ui/side-sheet.tsx'
import { useSettled } from '../../util/use-settled.ts'
import options from '../calendar/time-sheet.module.css'

type Props = { customer: Customer; onFound: (other: Customer) => void; onClose: () => void }

/** The record that is the same person. */
export const FindOther = ({ customer, onFound, onClose }: Props) => {
  const [typed, setTyped] = useState('')
  const query = useQuery(foundCustomersQuery(useSettled(typed.trim())))
  return (
    <SideSheet title={words.merge.title} lead={customer.name} onClose={onClose}>
      <TextInput
        label={words.merge.findOther}
        placeholder={words.booking.searchCustomer}
        leftSection={<IconSearch size={16} />}
        value={typed}
        autoComplete="off"
        onChange={event => setTyped(event.currentTarget.value)}
      />
      <QueryState query={query}>
        {found => (
          <ul className={options.options}>
            {found
              .filter(({ id }) => id !== customer.id)
              .map(other => (
                <li key={other.id}>
                  <button type="button" className={options.option} onClick={() => onFound(other)}>
                    <span className={options.optionTitle}>{other.name}</span>
                    <span className={options.optionMore}>{phoneOf(other) ?? other.email}</span>
                  </button>
                </li>
              ))}
          </ul>
        )}
      </QueryState>
    </SideSheet>
  )
}
