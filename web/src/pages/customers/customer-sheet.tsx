import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import type { Customer } from '../../api/contract.ts'
import { addCustomer, type CustomerWish, changeCustomer } from '../../api/customer-queries.ts'
import { problemOf } from '../../api/problem.ts'
import { topics } from '../../api/queries.ts'
import { problemText } from '../../text/problem-text.ts'
import { words } from '../../text/words.ts'
import { SideSheet } from '../../ui/side-sheet.tsx'
import { phoneText } from '../../util/phone-text.ts'
import sheet from '../calendar/sheets.module.css'
import styles from './customers-page.module.css'

type Props = { customer: Customer | null; onSaved: (customer: Customer) => void; onClose: () => void }

/** A record, new or as it is. What somebody else changed meanwhile is not overwritten. */
export const CustomerSheet = ({ customer, onSaved, onClose }: Props) => {
  const queryClient = useQueryClient()
  const save = useMutation({
    mutationFn: (wish: CustomerWish) => (customer ? changeCustomer(customer, wish) : addCustomer(wish)),
    onSuccess: onSaved,
    onSettled: () => queryClient.invalidateQueries({ queryKey: [topics.customers] }),
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate(wishOf(new FormData(event.currentTarget)))
  }
  return (
    <SideSheet title={customer?.name ?? words.customers.add} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          name="name"
          label={words.booking.name}
          defaultValue={customer?.name}
          required
          withAsterisk={false}
          maxLength={120}
          autoComplete="off"
        />
        <TextInput
          name="phones"
          label={words.customer.phones}
          description={words.customer.phonesHint}
          defaultValue={customer?.phones.map(({ e164 }) => phoneText(e164)).join(', ')}
          autoComplete="off"
        />
        <TextInput
          name="email"
          type="email"
          label={words.appointment.email}
          defaultValue={customer?.email ?? ''}
          autoComplete="off"
        />
        <NativeSelect
          name="language"
          label={words.customer.language}
          defaultValue={customer?.language ?? 'de'}
          data={(['de', 'en'] as const).map(value => ({
            value,
            label: words.account.languageNames[value],
          }))}
        />
        <Textarea
          name="notes"
          label={words.customer.notes}
          defaultValue={customer?.notes ?? ''}
          rows={3}
          maxLength={2000}
        />
        {save.error && (
          <p className={sheet.sentence} role="alert">
            {problemOf(save.error).status === 409 ? words.customer.stale : problemText(problemOf(save.error))}
          </p>
        )}
        <Button type="submit" loading={save.isPending}>
          {words.customer.save}
        </Button>
      </form>
    </SideSheet>
  )
}

const wishOf = (given: FormData): CustomerWish => {
  const text = (name: string) => String(given.get(name) ?? '').trim()
  return {
    name: text('name'),
    phones: text('phones')
      .split(/[,;\n]/)
      .map(phone => phone.trim())
      .filter(Boolean),
    email: text('email') || null,
    language: text('language') === 'en' ? 'en' : 'de',
    notes: text('notes') || null,
  }
}
