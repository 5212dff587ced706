import { Button, TextInput } from '@mantine/core'
import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { type BookedFor, foundCustomersQuery } from '../../api/booking-queries.ts'
import type { BookableService, Customer } from '../../api/contract.ts'
import type { Problem } from '../../api/problem.ts'
import { QueryState } from '../../table/query-state.tsx'
import { problemText } from '../../text/problem-text.ts'
import { words } from '../../text/words.ts'
import { phoneText } from '../../util/phone-text.ts'
import { useSettled } from '../../util/use-settled.ts'
import { Chosen } from './chosen.tsx'
import sheet from './sheets.module.css'
import styles from './time-sheet.module.css'

type Props = {
  service: BookableService
  pending: boolean
  problem: Problem | null
  onBook: (wish: { customer: BookedFor; attendeeName: string | null; note: string | null }) => void
}

type For = { kind: 'known'; customer: Customer } | { kind: 'new'; said: string }

/** Who it is for: somebody known, found as one types, or somebody new. */
export const CustomerStep = ({ service, pending, problem, onBook }: Props) => {
  const [who, setWho] = useState<For | null>(null)
  if (who === null) return <FindCustomer onPick={setWho} />
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '').trim() || null
    const customer =
      who.kind === 'known'
        ? { id: who.customer.id }
        : { name: text('name') ?? who.said, phone: text('phone'), email: text('email') }
    onBook({ customer, attendeeName: text('attendee'), note: text('note') })
  }
  return (
    <form className={styles.step} onSubmit={submit}>
      {who.kind === 'known' ? (
        <Chosen
          label={words.booking.customer}
          title={who.customer.name}
          text={contactOf(who.customer)}
          onChange={() => setWho(null)}
        />
      ) : (
        <NewCustomer said={who.said} onBack={() => setWho(null)} />
      )}
      <TextInput name="attendee" label={words.booking.attendee} maxLength={120} autoComplete="off" />
      <TextInput
        name="note"
        label={words.appointment.note}
        description={service.ask_note}
        maxLength={500}
        autoComplete="off"
      />
      {problem && (
        <p className={sheet.sentence} role="alert">
          {problemText(problem)}
        </p>
      )}
      <Button type="submit" loading={pending} fullWidth>
        {words.booking.book}
      </Button>
    </form>
  )
}

const FindCustomer = ({ onPick }: { onPick: (who: For) => void }) => {
  const fieldRef = useRef<HTMLInputElement>(null)
  useEffect(() => fieldRef.current?.focus(), [])
  const [typed, setTyped] = useState('')
  const said = typed.trim()
  const query = useQuery(foundCustomersQuery(useSettled(said)))
  return (
    <section className={styles.step} aria-label={words.booking.customer}>
      <TextInput
        ref={fieldRef}
        label={words.booking.whichCustomer}
        placeholder={words.booking.searchCustomer}
        leftSection={<IconSearch size={16} />}
        value={typed}
        autoComplete="off"
        onChange={event => setTyped(event.currentTarget.value)}
      />
      <ul className={styles.options}>
        <li>
          <button type="button" className={styles.option} onClick={() => onPick({ kind: 'new', said })}>
            <span className={styles.optionTitle}>{words.booking.newCustomer(said)}</span>
            <IconUserPlus size={18} stroke={1.75} aria-hidden="true" />
          </button>
        </li>
        <QueryState query={query}>
          {customers =>
            customers.map(customer => (
              <li key={customer.id}>
                <button
                  type="button"
                  className={styles.option}
                  onClick={() => onPick({ kind: 'known', customer })}
                >
                  <span className={styles.optionTitle}>{customer.name}</span>
                  <span className={styles.optionMore}>{contactOf(customer)}</span>
                </button>
              </li>
            ))
          }
        </QueryState>
      </ul>
    </section>
  )
}

/** A number that was typed into the search is a number, everything else a name. */
const NewCustomer = ({ said, onBack }: { said: string; onBack: () => void }) => {
  const isNumber = /^[+0-9][0-9 /()-]{4,}$/.test(said)
  const isEmail = said.includes('@')
  return (
    <div className={styles.fields}>
      <Chosen
        label={words.booking.customer}
        title={words.booking.newCustomer('')}
        text={null}
        onChange={onBack}
      />
      <TextInput
        name="name"
        label={words.booking.name}
        defaultValue={isNumber || isEmail ? '' : said}
        required
        withAsterisk={false}
        maxLength={120}
        autoComplete="off"
      />
      <TextInput
        name="phone"
        type="tel"
        label={words.appointment.phone}
        defaultValue={isNumber ? said : ''}
        maxLength={40}
        autoComplete="off"
      />
      <TextInput
        name="email"
        type="email"
        label={words.appointment.email}
        defaultValue={isEmail ? said : ''}
        autoComplete="off"
      />
    </div>
  )
}

const contactOf = ({ phones, email }: Customer): string | null => {
  const phone = phones.find(({ is_primary }) => is_primary) ?? phones[0]
  return phone ? phoneText(phone.e164) : email
}
