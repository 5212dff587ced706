import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { CalendarImport } from '../../api/contract.ts'
import { comparisonQuery, takeOver } from '../../api/import-queries.ts'
import { topics } from '../../api/queries.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useAction } from '../../table/use-action.ts'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { pb } from '../../util/path-builder.ts'
import { BackLink } from '../back-link.tsx'
import styles from './import.module.css'
import {
  countOf,
  FILTERS,
  type Filter,
  firstPicks,
  type Picks,
  pickOf,
  servicesShown,
  wishOf,
} from './import-choices.ts'
import { ImportPeoplePanel, ImportWeeksPanel } from './import-people-panel.tsx'
import { ImportRecordsPanel } from './import-records-panel.tsx'
import { ImportServiceItem } from './import-service-item.tsx'

/** What Cal.com has beside what the business has; what somebody picks of it is taken over. */
export const ImportPage = () => {
  const text = words.elsewhere.import
  const { connectionId } = useParams({ from: '/office/calendars/$connectionId/import' })
  const comparison = useQuery(comparisonQuery(connectionId))
  const { result, pending, start } = useAction(topics.imports)
  const apply = (shown: CalendarImport, picks: Picks) =>
    start(async () => {
      const items = await takeOver(connectionId, wishOf(shown, picks))
      const done = items.filter(({ outcome }) => ['added', 'changed', 'matched'].includes(outcome)).length
      const left = items.length - done
      return { went: left === 0 ? 'well' : 'partly', text: text.applied(done, left) }
    })
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        back={<BackLink {...pb.connected()}>{text.back}</BackLink>}
        actions={
          <Button variant="default" loading={comparison.isFetching} onClick={() => void comparison.refetch()}>
            {text.again}
          </Button>
        }
      />
      <div className={styles.parts}>
        <ActionResult result={result} />
        <QueryState query={comparison} frame={content => <Panel title={text.services}>{content}</Panel>}>
          {shown => (
            // Another comparison is another list to pick from.
            <Comparison key={shown.preview} shown={shown} pending={pending} onApply={apply} />
          )}
        </QueryState>
        <ImportRecordsPanel connectionId={connectionId} />
      </div>
    </>
  )
}

type Props = {
  shown: CalendarImport
  pending: boolean
  onApply: (shown: CalendarImport, picks: Picks) => void
}

const Comparison = ({ shown, pending, onApply }: Props) => {
  const text = words.elsewhere.import
  const [picks, setPicks] = useState(() => firstPicks(shown))
  const count = countOf(wishOf(shown, picks))
  return (
    <>
      <ServicesPanel shown={shown} picks={picks} onPick={setPicks} />
      <ImportPeoplePanel shown={shown} picks={picks} onPick={setPicks} />
      <ImportWeeksPanel shown={shown} picks={picks} onPick={setPicks} />
      <div className={styles.bar}>
        <span role="status">{count === 0 ? text.noneChosen : text.chosen(count)}</span>
        <Button disabled={count === 0} loading={pending} onClick={() => onApply(shown, picks)}>
          {text.apply}
        </Button>
      </div>
    </>
  )
}

const ServicesPanel = ({
  shown,
  picks,
  onPick,
}: {
  shown: CalendarImport
  picks: Picks
  onPick: (picks: Picks) => void
}) => {
  const text = words.elsewhere.import
  const [filter, setFilter] = useState<Filter>('open')
  const services = servicesShown(shown.services, filter)
  const count = (state: CalendarImport['services'][number]['state']) =>
    shown.services.filter(service => service.state === state).length
  return (
    <Panel title={text.services} count={shown.services.length}>
      <div className={styles.head}>
        <p>
          {text.summary({
            ...{ fresh: count('new'), differs: count('differs') },
            ...{ gone: count('gone'), same: count('same') },
          })}
        </p>
        <NativeSelect
          size="sm"
          label={text.show}
          value={filter}
          data={FILTERS.map(value => ({ value, label: text.shown[value] }))}
          onChange={event => setFilter(event.currentTarget.value as Filter)}
        />
      </div>
      {services.length === 0 ? (
        <EmptyState title={text.nothing} text={text.nothingText} />
      ) : (
        <ul>
          {services.map(service => (
            <ImportServiceItem
              key={service.target}
              service={service}
              pick={pickOf(picks, service.target)}
              onPick={pick => onPick({ ...picks, services: { ...picks.services, [service.target]: pick } })}
            />
          ))}
        </ul>
      )}
    </Panel>
  )
}
