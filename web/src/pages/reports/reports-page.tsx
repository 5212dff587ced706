import { Button } from '@mantine/core'
import { IconDownload, IconRefresh } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import type { Report } from '../../api/contract.ts'
import { reportExportAddress, reportQuery } from '../../api/report-queries.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { useLanguage } from '../../text/use-language.ts'
import { words } from '../../text/words.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { CallsByDay, CallsByHour, LoadByDay, Outcomes } from './charts.tsx'
import { FigureCards } from './figure-cards.tsx'
import { OnlyPicker } from './only-picker.tsx'
import { PeriodPicker } from './period-picker.tsx'
import { reportShown } from './report-period.ts'
import { LocationTable, ServiceTable, StaffTable } from './report-tables.tsx'
import styles from './reports.module.css'

/** What a period came to, each figure beside its meaning and the period before. */
export const ReportsPage = () => {
  const text = words.insight.reports
  const { time } = useFormats()
  const language = useLanguage()
  const search = useSearch({ from: '/office/reports' })
  const wish = reportShown(search, time.today())
  const query = usePrefetchedQuery(reportQuery(wish))
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <PeriodPicker key={`${wish.from} ${wish.to}`} wish={wish} />
      <div className={styles.bar}>
        <OnlyPicker search={search} />
        <span className={styles.asOf}>{query.data && text.asOf(time.moment(query.data.as_of))}</span>
        <Button
          variant="subtle"
          size="sm"
          loading={query.isFetching}
          leftSection={<IconRefresh size={18} stroke={1.75} />}
          onClick={() => void query.refetch()}
        >
          {text.refresh}
        </Button>
        {(['csv', 'xlsx'] as const).map(format => (
          <Button
            key={format}
            component="a"
            download
            href={reportExportAddress(wish, { format, language })}
            variant="default"
            size="sm"
            leftSection={<IconDownload size={18} stroke={1.75} />}
          >
            {text[format]}
          </Button>
        ))}
      </div>
      <QueryState
        query={query}
        skeleton={<SkeletonRows rows={10} />}
        frame={content => <Panel title={text.figures}>{content}</Panel>}
      >
        {report => <Shown report={report} />}
      </QueryState>
    </>
  )
}

const Shown = ({ report }: { report: Report }) => {
  const ofOne = report.only.staff
  return (
    <>
      <FigureCards report={report} />
      {ofOne !== null && <p className={styles.noCalls}>{words.insight.reports.noCallsOf(ofOne.name)}</p>}
      <div className={styles.charts}>
        {ofOne === null && <CallsByDay report={report} />}
        <LoadByDay report={report} />
        {ofOne === null && (
          <>
            <CallsByHour report={report} />
            <Outcomes report={report} />
          </>
        )}
      </div>
      {ofOne === null && (
        <div className={styles.tables}>
          <StaffTable report={report} />
          {report.locations.length > 1 && <LocationTable report={report} />}
          <ServiceTable report={report} />
        </div>
      )}
    </>
  )
}
