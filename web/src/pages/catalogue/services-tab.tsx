import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { catalogueServicesQuery, restoreService } from '../../api/catalogue-queries.ts'
import type { BookableService } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useAction } from '../../table/use-action.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './catalogue.module.css'
import { SegmentBar } from './segment-bar.tsx'
import { ServiceSheet } from './service-sheet.tsx'

type Opened = { id: string | null }

/** What can be booked, with its parts drawn to one measure. */
export const ServicesTab = () => {
  const mayManage = useSession().permissions.includes('business')
  const query = useQuery(catalogueServicesQuery('active'))
  const [opened, setOpened] = useState<Opened | null>(null)
  return (
    <div className={styles.parts}>
      <Panel
        title={words.catalogue.tab.services}
        action={
          mayManage && (
            <Button size="sm" leftSection={<IconPlus size={16} />} onClick={() => setOpened({ id: null })}>
              {words.catalogue.newService}
            </Button>
          )
        }
      >
        <QueryState query={query}>
          {services =>
            services.length === 0 ? (
              <EmptyState title={words.catalogue.noServices} text={words.catalogue.noServicesText} />
            ) : (
              <ul>
                {services.map(service => (
                  <li key={service.id}>
                    <ServiceRow
                      service={service}
                      longest={Math.max(...services.map(({ minutes }) => minutes))}
                      onOpen={() => setOpened({ id: service.id })}
                    />
                  </li>
                ))}
              </ul>
            )
          }
        </QueryState>
      </Panel>
      <Archived mayManage={mayManage} />
      {opened && <ServiceSheet id={opened.id} mayManage={mayManage} onClose={() => setOpened(null)} />}
    </div>
  )
}

type RowProps = { service: BookableService; longest: number; onOpen: () => void }

const ServiceRow = ({ service, longest, onOpen }: RowProps) => {
  const { money } = useFormats()
  return (
    <button type="button" className={styles.row} onClick={onOpen}>
      <span className={styles.name}>{service.name}</span>
      <SegmentBar segments={service.segments} longest={longest} />
      <span className={styles.figure}>{words.appointment.minutes(service.minutes)}</span>
      <span className={styles.figure}>{money(service.price_minor, service.currency)}</span>
    </button>
  )
}

const Archived = ({ mayManage }: { mayManage: boolean }) => {
  const services = useQuery(catalogueServicesQuery('archived')).data ?? []
  const { result, pending, start } = useAction(topics.catalogue)
  if (services.length === 0) return null
  return (
    <Panel title={words.catalogue.archived} count={services.length}>
      <ul>
        {services.map(({ id, name }) => (
          <li className={styles.person} key={id}>
            <span className={styles.name}>{name}</span>
            {mayManage && (
              <ActionButton
                subject={name}
                refusal={null}
                pending={pending}
                onClick={() =>
                  start(async () => {
                    await restoreService(id)
                    return { went: 'well', text: words.sheet.saved }
                  })
                }
              >
                {words.catalogue.restore}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      <ActionResult result={result} />
    </Panel>
  )
}
