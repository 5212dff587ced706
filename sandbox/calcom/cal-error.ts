/**
 * A refusal of the API. Most go through Cal.com's filters (`{status, timestamp, path, error}`), some pass them by
 * (`{statusCode, message}`): both forms occur.
 */
export class CalError extends Error {
  readonly status: number
  readonly code: string
  readonly bare: boolean
  readonly details: unknown

  constructor(status: number, message: string, given: { bare?: true; details?: unknown } = {}) {
    super(message)
    this.status = status
    this.code = CODES[status] ?? 'INTERNAL_SERVER_ERROR'
    this.bare = given.bare === true
    this.details = given.details
  }
}

const CODES: Readonly<Record<number, string>> = {
  400: 'BadRequestException',
  401: 'UnauthorizedException',
  403: 'ForbiddenException',
  404: 'NotFoundException',
  409: 'CONFLICT',
  422: 'UnprocessableEntityException',
  429: 'ThrottlerException',
}

/** What the body was found to lack, in the form of the framework's own validation. */
export function invalidBody(property: string, constraint: string): CalError {
  return new CalError(400, 'Bad Request Exception', {
    details: { errors: [{ property, constraints: { invalid: constraint } }] },
  })
}

export function errorBody(error: CalError, path: string, now: number): object {
  if (error.bare) return { statusCode: error.status, message: error.message }
  return {
    status: 'error',
    timestamp: new Date(now).toISOString(),
    path,
    error: {
      code: error.code,
      message: error.message,
      ...(error.details === undefined ? {} : { details: error.details }),
    },
  }
}
