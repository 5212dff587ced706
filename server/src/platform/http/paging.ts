import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { platformErrors } from '../errors/platform-errors.ts'

/** `limit` and an opaque `cursor`, as every list takes them. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
})

/** A place in a list sorted by a moment and an id. */
export type Cursor = { readonly at: string; readonly id: string }

const cursorShape = z.object({ at: z.string().max(40), id: z.uuid() })
const numberCursorShape = z.object({ at: z.string().max(40), id: z.string().regex(/^\d{1,18}$/) })

function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** As `decodeCursor`, for lists whose ids are numbers. */
export function decodeNumberCursor(text: string | undefined): Cursor | null {
  return decode(text, numberCursorShape)
}

/** Where a page begins; null for the first one. Throws `platform/invalid-request` for a cursor that we did not make. */
export function decodeCursor(text: string | undefined): Cursor | null {
  return decode(text, cursorShape)
}

function decode(text: string | undefined, shape: z.ZodType<Cursor>): Cursor | null {
  if (text === undefined) return null
  try {
    const cursor = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    Temporal.Instant.from(cursor.at)
    return cursor
  } catch {
    throw new AppError(platformErrors.invalidRequest, 'The cursor is not one of this list.')
  }
}

/** Cuts the one row that was asked for too many and says where the next page begins. */
export function toPage<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => Cursor) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    next_cursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  }
}
