import { IconMoodSmile } from '@tabler/icons-react'
import type { Report } from '../../api/contract.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useFigureText } from './figure-cards.tsx'
import { FigureTable } from './figure-table.tsx'

type Props = { report: Report }

export const StaffTable = ({ report: { staff } }: Props) => {
  const { byStaff, column } = words.insight.reports
  const { number } = useFormats()
  const { shareText, sumText } = useFigureText()
  return (
    <Panel title={byStaff}>
      <FigureTable
        label={byStaff}
        head={[column.name, column.appointments, column.load, column.noShow, column.revenue]}
        rows={staff.map(one => ({
          key: one.id,
          cells: [
            one.name,
            number(one.appointments),
            shareText(one.load),
            shareText(one.no_show),
            sumText(one.revenue),
          ],
        }))}
      />
    </Panel>
  )
}

export const LocationTable = ({ report: { locations } }: Props) => {
  const { byLocation, column } = words.insight.reports
  const { number } = useFormats()
  const { shareText, sumText } = useFigureText()
  return (
    <Panel title={byLocation}>
      <FigureTable
        label={byLocation}
        head={[
          ...[column.name, column.calls, column.share, column.appointments],
          ...[column.load, column.noShow, column.revenue],
        ]}
        rows={locations.map(one => ({
          key: one.id,
          cells: [
            one.name,
            number(one.calls ?? 0),
            shareText(one.booked),
            number(one.appointments),
            shareText(one.load),
            shareText(one.no_show),
            sumText(one.revenue),
          ],
        }))}
      />
    </Panel>
  )
}

export const ServiceTable = ({ report: { unmet_by_service: services } }: Props) => {
  const { byService, byServiceNone, byServiceNoneText, column } = words.insight.reports
  const { number } = useFormats()
  return (
    <Panel title={byService}>
      {services.length === 0 ? (
        <EmptyState icon={<IconMoodSmile />} title={byServiceNone} text={byServiceNoneText} />
      ) : (
        <FigureTable
          label={byService}
          head={[column.name, column.wishes, column.waiting]}
          rows={services.map(({ id, name, wishes, waiting }) => ({
            key: id,
            cells: [name, number(wishes), number(waiting)],
          }))}
        />
      )}
    </Panel>
  )
}
