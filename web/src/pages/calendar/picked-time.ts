import type { LocalDate } from '../../util/local-date.ts'

/** A time that somebody pointed at: of one person or room, or of everybody; without minutes a day. */
export type PickedTime = { day: LocalDate; minutes: number | null; resourceId: string | undefined }
