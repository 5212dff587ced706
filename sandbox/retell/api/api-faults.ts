/** Answers of the REST API that are wrong on purpose. */
import { ApiError } from './api-error.ts'

export interface ApiFault {
  readonly status: number
  readonly times: number
  /** Only requests whose path begins so; default: all. */
  readonly path?: string
}

export function createApiFaults() {
  let fault: { status: number; left: number; path: string } | null = null
  return {
    set: ({ status, times, path = '/' }: ApiFault): void => {
      fault = { status, left: times, path }
    },
    /** Throws what was asked for. */
    check(path: string): void {
      if (fault === null || fault.left === 0 || !path.startsWith(fault.path)) return
      fault.left -= 1
      throw new ApiError(fault.status, 'Failed on purpose.')
    },
  }
}

export type ApiFaults = ReturnType<typeof createApiFaults>
