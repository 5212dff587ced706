import { Button, TextInput } from '@mantine/core'
import { IconDownload, IconListSearch, IconSearch } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SubmitEvent } from 'react'
import { auditExportAddress, auditPagesQuery } from '../../api/audit-queries.ts'
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
import styles from './audit-page.module.css'

/** Who changed what, from what to what. */
export const AuditPage = () => {
  const audit = words.access.audit
  const { q } = useSearch({ from: '/office/audit' })
  const query = usePrefetchedPages(auditPagesQuery(q))
  return (
    <>
      <PageHeader title={audit.title} lead={audit.lead} />
      <SearchForm key={q} q={q} />
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

const SearchForm = ({ q }: { q: string | undefined }) => {
  const audit = words.access.audit
  const navigate = useNavigate()
  const search = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void navigate(pb.auditAbout(String(new FormData(event.currentTarget).get('q')).trim()))
  }
  return (
    <search>
      <form className={styles.search} onSubmit={search}>
        <TextInput
          className={styles.field}
          name="q"
          label={audit.search}
          placeholder={audit.searchHint}
          defaultValue={q ?? ''}
          maxLength={100}
          autoComplete="off"
        />
        <Button type="submit" leftSection={<IconSearch size={18} stroke={1.75} />}>
          {audit.find}
        </Button>
        <Button
          component="a"
          href={auditExportAddress(q)}
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
