import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { hoursQuery } from '../../api/catalogue-queries.ts'
import { QueryState } from '../../table/query-state.tsx'
import { words } from '../../text/words.ts'
import styles from './catalogue.module.css'
import { ExceptionsPanel } from './exceptions-panel.tsx'
import { WeekEditor } from './week-editor.tsx'

/** When the business opens, and when each person works. */
export const HoursTab = () => {
  const query = useQuery(hoursQuery())
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <div className={styles.parts}>
      <QueryState query={query}>
        {items => {
          const hours = items.find(({ owner }) => owner.id === chosen) ?? items[0]
          if (!hours) return null
          return (
            <>
              <NativeSelect
                className={styles.choose}
                label={words.catalogue.whoseHours}
                value={hours.owner.id}
                data={items.map(({ owner }) => ({
                  value: owner.id,
                  label: owner.kind === 'location' ? words.catalogue.ofBusiness(owner.name) : owner.name,
                }))}
                onChange={event => setChosen(event.currentTarget.value)}
              />
              <WeekEditor key={`${hours.owner.id}${hours.version}`} hours={hours} />
              <ExceptionsPanel owner={hours.owner} />
            </>
          )
        }}
      </QueryState>
    </div>
  )
}
