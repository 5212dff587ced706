import { NativeSelect } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { allStaffQuery } from '../../api/catalogue-queries.ts'
import { placesQuery } from '../../api/settings-queries.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { words } from '../../text/words.ts'
import { pb, type ReportSearch } from '../../util/path-builder.ts'
import styles from './reports.module.css'

/** Whose figures, and of which place; what there is one of is no choice. */
export const OnlyPicker = ({ search }: { search: ReportSearch }) => {
  const text = words.insight.reports
  const navigate = useNavigate()
  const staff = usePrefetchedQuery(allStaffQuery()).data ?? []
  const places = usePrefetchedQuery(placesQuery()).data ?? []
  // Everybody works at one place: one choice takes the other back.
  const choose = (what: 'staff' | 'location', id: string) =>
    void navigate(
      pb.reportsOf({ ...search, staff: undefined, location: undefined, [what]: id === '' ? undefined : id }),
    )
  return (
    <div className={styles.only}>
      {places.length > 1 && (
        <NativeSelect
          size="sm"
          aria-label={text.place}
          value={search.location ?? ''}
          data={[{ value: '', label: text.everyPlace }, ...places.map(optionOf)]}
          onChange={({ currentTarget: { value } }) => choose('location', value)}
        />
      )}
      <NativeSelect
        size="sm"
        aria-label={text.person}
        value={search.staff ?? ''}
        data={[{ value: '', label: text.everybody }, ...staff.map(optionOf)]}
        onChange={({ currentTarget: { value } }) => choose('staff', value)}
      />
    </div>
  )
}

const optionOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
