import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { calendarQuery } from '../../api/calendar-queries.ts'
import type { Calendar } from '../../api/contract.ts'
import { useSession } from '../../api/session-context.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { QueryState } from '../../table/query-state.tsx'
import { currentLanguage } from '../../text/language.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { CalendarBar } from './calendar-bar.tsx'
import styles from './calendar-page.module.css'
import { CalendarSheets, type Opened } from './calendar-sheets.tsx'
import { CollisionsNotice } from './collisions-notice.tsx'
import type { Column } from './columns.ts'
import { MonthGrid } from './month-grid.tsx'
import { MoveNotice } from './move-notice.tsx'
import { NewButtons } from './new-buttons.tsx'
import { rangeShown } from './range-shown.ts'
import { TimeView } from './time-view.tsx'
import { useMove } from './use-move.ts'
import { useStart } from './use-start.ts'

/** All appointments by time: a day by person or room, a week, a month. */
export const CalendarPage = () => {
  const { time } = useFormats()
  const search = useSearch({ from: '/office/calendar' })
  const { view = 'day', day = time.today() } = search
  const query = usePrefetchedQuery(calendarQuery(rangeShown(view, day)))
  const [opened, setOpened] = useState<Opened | null>(null)
  const move = useMove()
  const mayWrite = useSession().permissions.includes('write')
  useStart(search, day, setOpened)
  const pick = (column: Column, minutes: number | null) =>
    setOpened({
      kind: 'time',
      picked: { day: column.day, minutes, resourceId: column.resource?.id },
      start: 'book',
    })
  return (
    <div className={styles.page}>
      <PageHeader
        title={words.calendar.title}
        lead={holidayOn(query.data, day)}
        actions={mayWrite && <NewButtons day={day} who={search.who} onOpen={setOpened} />}
      />
      <CollisionsNotice onOpen={() => setOpened({ kind: 'collisions', blockId: null })} />
      <CalendarBar search={search} view={view} day={day} resources={query.data?.resources ?? []} />
      <QueryState query={query} skeleton={<SkeletonRows rows={8} />}>
        {calendar => {
          if (calendar.resources.length === 0)
            return <EmptyState size="large" title={words.calendar.nobody} text={words.calendar.nobodyText} />
          return (
            <>
              {view === 'month' ? (
                <MonthGrid calendar={calendar} day={day} search={search} />
              ) : (
                <TimeView
                  calendar={calendar}
                  search={search}
                  view={view}
                  day={day}
                  onOpen={drawn => setOpened({ kind: 'appointment', drawn, start: 'facts' })}
                  onPick={mayWrite ? pick : undefined}
                  onMove={move.moveTo}
                />
              )}
              <CalendarSheets calendar={calendar} opened={opened} move={move} onOpen={setOpened} />
            </>
          )
        }}
      </QueryState>
      <MoveNotice news={move.news} onUndo={move.undo} onClose={move.dismiss} />
    </div>
  )
}

const holidayOn = (calendar: Calendar | undefined, day: string) =>
  calendar?.holidays.find(({ date }) => date === day)?.name[currentLanguage()]
