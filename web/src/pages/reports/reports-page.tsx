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
import { PeriodPicker } from './period-picker.tsx'
import { periodShown } from './report-period.ts'
import { LocationTable, ServiceTable, StaffTable } from './report-tables.tsx'
import styles from './reports.module.css'

/** What a period came to, each figure beside its meaning and the period before. */
export const ReportsPage = () => {
  const text = words.insight.reports
  const { time } = useFormats()
  const language = useLanguage()
  const period = periodShown(useSearch({ from: '/office/reports' }), time.today())
  const query = usePrefetchedQuery(reportQuery(period))
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <PeriodPicker key={`${period.from} ${period.to}`} period={period} />
      <div className={styles.bar}>
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
            href={reportExportAddress(period, { format, language })}
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

const Shown = ({ report }: { report: Report }) => (
  <>
    <FigureCards report={report} />
    <div className={styles.charts}>
      <CallsByDay report={report} />
      <LoadByDay report={report} />
      <CallsByHour report={report} />
      <Outcomes report={report} />
    </div>
    <div className={styles.tables}>
      <StaffTable report={report} />
      {report.locations.length > 1 && <LocationTable report={report} />}
      <ServiceTable report={report} />
    </div>
  </>
)
