import { Button } from '@mantine/core'
import { IconGitMerge, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Customer } from '../../api/contract.ts'
import { customerQuery, duplicatesQuery } from '../../api/customer-queries.ts'
import { isNotFound } from '../../api/problem.ts'
import { useSession } from '../../api/session-context.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { pb } from '../../util/path-builder.ts'
import { phoneText } from '../../util/phone-text.ts'
import { BackLink } from '../back-link.tsx'
import { NotFoundPage } from '../not-found-page.tsx'
import { CustomerSheet } from './customer-sheet.tsx'
import styles from './customers-page.module.css'
import { DuplicatesPanel } from './duplicates-panel.tsx'
import { FindOther } from './find-other.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { MergeSheet } from './merge-sheet.tsx'

export const CustomerPage = () => {
  const { customerId } = useParams({ from: '/office/customers/$customerId' })
  const query = usePrefetchedQuery(customerQuery(customerId))
  if (isNotFound(query.error)) return <NotFoundPage />
  return (
    <QueryState query={query} frame={inEmptyPage}>
      {customer => <OneCustomer customer={customer} key={customer.id} />}
    </QueryState>
  )
}

type Opened = { kind: 'edit' } | { kind: 'find' } | { kind: 'merge'; other: Customer }

const OneCustomer = ({ customer }: { customer: Customer }) => {
  const mayWrite = useSession().permissions.includes('write')
  const [opened, setOpened] = useState<Opened | null>(null)
  const duplicates = useQuery(duplicatesQuery(customer.id)).data ?? []
  const close = () => setOpened(null)
  return (
    <>
      <PageHeader
        back={<BackLink {...pb.customers()}>{words.customers.title}</BackLink>}
        title={customer.name}
        lead={customer.vip_tier && <Badge tone="notice">{customer.vip_tier.name}</Badge>}
        actions={
          mayWrite && (
            <>
              <Button
                variant="default"
                size="sm"
                leftSection={<IconGitMerge size={16} />}
                onClick={() => setOpened({ kind: 'find' })}
              >
                {words.merge.title}
              </Button>
              <Button
                variant="default"
                size="sm"
                leftSection={<IconPencil size={16} />}
                onClick={() => setOpened({ kind: 'edit' })}
              >
                {words.customer.edit}
              </Button>
            </>
          )
        }
      />
      <div className={styles.sheet}>
        <HistoryPanel customerId={customer.id} />
        <div className={styles.aside}>
          <Panel title={words.customers.facts}>
            <Facts customer={customer} />
          </Panel>
          <DuplicatesPanel pairs={duplicates} />
        </div>
      </div>
      {opened?.kind === 'edit' && <CustomerSheet customer={customer} onSaved={close} onClose={close} />}
      {opened?.kind === 'find' && (
        <FindOther
          customer={customer}
          onFound={other => setOpened({ kind: 'merge', other })}
          onClose={close}
        />
      )}
      {opened?.kind === 'merge' && <MergeSheet keep={customer} merge={opened.other} onClose={close} />}
    </>
  )
}

const Facts = ({ customer }: { customer: Customer }) => {
  const { time } = useFormats()
  const { phones, email, language, notes, date_of_birth: born, created_at: created } = customer
  const link = (address: string, scheme: 'tel' | 'mailto', text: string) => (
    <a className={styles.link} key={address} href={`${scheme}:${address}`}>
      {text}
    </a>
  )
  return (
    <FactList
      facts={[
        [
          words.appointment.phone,
          phones.length === 0
            ? words.appointment.none
            : phones.map(({ e164 }) => <div key={e164}>{link(e164, 'tel', phoneText(e164))}</div>),
        ],
        [words.appointment.email, email === null ? words.appointment.none : link(email, 'mailto', email)],
        [
          words.customer.language,
          language === 'en' ? words.account.languageNames.en : words.account.languageNames.de,
        ],
        born !== null && [words.customer.born, time.fullDay(born)],
        notes !== null && [words.customer.notes, notes],
        [words.customer.since, time.fullDay(time.dayOf(created))],
      ]}
    />
  )
}

const inEmptyPage = (content: ReactNode) => (
  <>
    <PageHeader
      back={<BackLink {...pb.customers()}>{words.customers.title}</BackLink>}
      title={words.appointment.customer}
    />
    <Panel title={words.customers.facts}>{content}</Panel>
  </>
)
