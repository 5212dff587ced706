import { Button } from '@mantine/core'
import { IconBuildings, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { operatorQuery } from '../../api/operator-queries.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { BusinessRow } from './business-row.tsx'
import styles from './businesses.module.css'
import { InstallationPanel } from './installation-panel.tsx'

/** For whoever runs the installation: which business needs somebody. */
export const BusinessesPage = () => {
  const text = words.installation.businesses
  const { time } = useFormats()
  const query = usePrefetchedQuery(operatorQuery())
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          <Button
            variant="default"
            loading={query.isFetching}
            leftSection={<IconRefresh size={18} stroke={1.75} />}
            onClick={() => void query.refetch()}
          >
            {text.refresh}
          </Button>
        }
      />
      <div className={styles.parts}>
        <QueryState query={query} skeleton={<SkeletonRows rows={6} />} frame={inPanel}>
          {overview => (
            <>
              <Panel title={text.list} count={text.asOf(time.moment(overview.as_of))}>
                {overview.items.length === 0 ? (
                  <EmptyState icon={<IconBuildings />} size="large" title={text.none} text={text.noneText} />
                ) : (
                  <ul>
                    {overview.items.map(business => (
                      <BusinessRow key={business.slug} business={business} />
                    ))}
                  </ul>
                )}
              </Panel>
              <InstallationPanel overview={overview} />
            </>
          )}
        </QueryState>
      </div>
    </>
  )
}

const inPanel = (content: ReactNode) => <Panel title={words.installation.businesses.list}>{content}</Panel>
