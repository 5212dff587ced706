import type { ServiceWish } from '../../../catalogue/index.ts'
import type { ServiceField, ServiceValues } from './compare-import.ts'

/** As far as a service may go here; Cal.com allows more. */
const MOST: Readonly<Partial<Record<ServiceField, readonly [number, number]>>> = {
  minutes: [1, 1440],
  buffer_before_minutes: [0, 240],
  buffer_after_minutes: [0, 240],
  minimum_notice_minutes: [0, 527_040],
  horizon_days: [1, 730],
}
const LONGEST_NAME = 200

/** Whether a service may have this value. */
export function canHave(field: ServiceField, value: ServiceValues[ServiceField]): boolean {
  if (field === 'name') {
    const name = String(value).trim()
    return name.length > 0 && name.length <= LONGEST_NAME
  }
  if (field === 'needs_confirmation') return typeof value === 'boolean'
  const [least, most] = MOST[field] ?? [0, 0]
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}

/** One value as a change to a service; its length is that of its parts, and not here. */
export function changeOf(
  field: Exclude<ServiceField, 'minutes'>,
  value: ServiceValues[ServiceField],
): Partial<ServiceWish> {
  switch (field) {
    case 'name':
      return { name: String(value).trim() }
    case 'buffer_before_minutes':
      return { bufferBeforeMinutes: Number(value) }
    case 'buffer_after_minutes':
      return { bufferAfterMinutes: Number(value) }
    case 'minimum_notice_minutes':
      return { minimumNoticeMinutes: Number(value) }
    case 'horizon_days':
      return { horizonDays: Number(value) }
    case 'needs_confirmation':
      return { needsConfirmation: value === true }
    default:
      return field satisfies never
  }
}
