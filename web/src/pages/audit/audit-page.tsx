import { Button, TextInput } from '@mantine/core'
import { IconDownload, IconListSearch, IconSearch } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SubmitEvent } from 'react'
import { type AuditWish, auditExportAddress, auditPagesQuery } from '../../api/audit-queries.ts'
import { itemsOf } from '../../api/list-pages.ts'
import { usePrefetchedPages } from '../../api/use-prefetched-query.ts'
import { AuditRow } from '../../table/audit-row.tsx'
import { MorePages } from '../../table/more-pages.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { pb } from '../../util/path-builder.ts'
import { StateFilter } from '../state-filter.tsx'
import styles from './audit-page.module.css'

/** Who changed what, from what to what, and who logged in. */
export const AuditPage = () => {
  const audit = words.access.audit
  const wish = useSearch({ from: '/office/audit' })
  const query = usePrefetchedPages(auditPagesQuery(wish))
  return (
    <>
      <PageHeader title={audit.title} lead={audit.lead} />
      <SearchForm key={`${wish.only} ${wish.q}`} wish={wish} />
      <StateFilter choices={choicesOf(wish)} />
      <Panel title={audit.list}>
        <QueryState query={query} skeleton={<SkeletonRows rows={6} />}>
          {list => {
            const events = itemsOf(list)
            if (events.length === 0)
              return (
                <EmptyState icon={<IconListSearch />} size="large" title={audit.none} text={audit.noneText} />
              )
            return (
              <ul>
                {events.map(event => (
                  <AuditRow key={event.id} event={event} />
                ))}
              </ul>
            )
          }}
        </QueryState>
        <MorePages query={query} />
      </Panel>
    </>
  )
}

const choicesOf = ({ q = '', only }: AuditWish) => {
  const { audit } = words.access
  return [
    { label: audit.everything, link: pb.auditAbout(q), current: only === undefined },
    { label: audit.logins, link: pb.auditAbout(q, 'logins'), current: only === 'logins' },
  ]
}

const SearchForm = ({ wish }: { wish: AuditWish }) => {
  const audit = words.access.audit
  const navigate = useNavigate()
  const search = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void navigate(pb.auditAbout(String(new FormData(event.currentTarget).get('q')).trim(), wish.only))
  }
  return (
    <search>
      <form className={styles.search} onSubmit={search}>
        <TextInput
          className={styles.field}
          name="q"
          label={audit.search}
          placeholder={audit.searchHint}
          defaultValue={wish.q ?? ''}
          maxLength={100}
          autoComplete="off"
        />
        <Button type="submit" leftSection={<IconSearch size={18} stroke={1.75} />}>
          {audit.find}
        </Button>
        <Button
          component="a"
          href={auditExportAddress(wish)}
          download
          variant="default"
          leftSection={<IconDownload size={18} stroke={1.75} />}
        >
          {audit.download}
        </Button>
      </form>
    </search>
  )
}
