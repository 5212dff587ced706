import { Button, TextInput } from '@mantine/core'
import { IconSearch, IconUpload, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { customerPagesQuery, duplicatesQuery } from '../../api/customer-queries.ts'
import { itemsOf } from '../../api/list-pages.ts'
import { useSession } from '../../api/session-context.ts'
import { usePrefetchedPages } from '../../api/use-prefetched-query.ts'
import { CustomerRow } from '../../table/customer-row.tsx'
import { ExportMenu } from '../../table/export-menu.tsx'
import { MorePages } from '../../table/more-pages.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { pb } from '../../util/path-builder.ts'
import { CustomerSheet } from './customer-sheet.tsx'
import styles from './customers-page.module.css'
import { DuplicatesPanel } from './duplicates-panel.tsx'
import { ImportSheet } from './import-sheet.tsx'

/** Everybody the business knows, found as one types. */
export const CustomersPage = () => {
  const { q = '' } = useSearch({ from: '/office/customers' })
  const navigate = useNavigate()
  const mayWrite = useSession().permissions.includes('write')
  const [isAdding, setIsAdding] = useState(false)
  const [isImporting, setIsImporting] = useState(false)
  const query = usePrefetchedPages(customerPagesQuery(q))
  const duplicates = useQuery(duplicatesQuery())
  return (
    <>
      <PageHeader
        title={words.customers.title}
        lead={words.customers.lead}
        actions={
          <>
            <ExportMenu path="/api/v1/customers/export" query={q === '' ? {} : { q }} name="customers" />
            {mayWrite && (
              <>
                <Button
                  variant="default"
                  leftSection={<IconUpload size={18} stroke={1.75} />}
                  onClick={() => setIsImporting(true)}
                >
                  {words.insight.files.commit}
                </Button>
                <Button
                  leftSection={<IconUserPlus size={18} stroke={1.75} />}
                  onClick={() => setIsAdding(true)}
                >
                  {words.customers.add}
                </Button>
              </>
            )}
          </>
        }
      />
      <div className={styles.parts}>
        <SearchField words={q} />
        {q === '' && <DuplicatesPanel pairs={duplicates.data ?? []} />}
        <Panel title={q === '' ? words.customers.all : words.customers.found(q)}>
          <QueryState query={query} skeleton={<SkeletonRows rows={8} />}>
            {list => {
              const customers = itemsOf(list)
              return customers.length === 0 ? (
                <Nobody words={q} />
              ) : (
                <ul>
                  {customers.map(customer => (
                    <CustomerRow key={customer.id} customer={customer} />
                  ))}
                </ul>
              )
            }}
          </QueryState>
        </Panel>
        <MorePages query={query} />
      </div>
      {isImporting && <ImportSheet onClose={() => setIsImporting(false)} />}
      {isAdding && (
        <CustomerSheet
          customer={null}
          onSaved={({ id }) => void navigate(pb.customer(id))}
          onClose={() => setIsAdding(false)}
        />
      )}
    </>
  )
}

const SEARCH_AFTER_MS = 160

const SearchField = ({ words: said }: { words: string }) => {
  const navigate = useNavigate()
  const [typed, setTyped] = useState(said)
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>()
  const search = (text: string) => {
    setTyped(text)
    clearTimeout(timer)
    const go = () => void navigate({ ...pb.customersWith(text.trim()), replace: true })
    setTimer(setTimeout(go, SEARCH_AFTER_MS))
  }
  return (
    <TextInput
      type="search"
      aria-label={words.customers.search}
      placeholder={words.booking.searchCustomer}
      leftSection={<IconSearch size={18} stroke={1.75} />}
      value={typed}
      autoComplete="off"
      onChange={event => search(event.currentTarget.value)}
    />
  )
}

const Nobody = ({ words: said }: { words: string }) =>
  said === '' ? (
    <EmptyState
      icon={<IconUsers />}
      size="large"
      title={words.customers.none}
      text={words.customers.noneText}
    />
  ) : (
    <EmptyState
      icon={<IconSearch />}
      size="large"
      title={words.customers.noneFound(said)}
      text={words.customers.noneFoundText}
    />
  )
