/** A refusal of Graph: `{"error":{code, message, innerError}}`. */
export class GraphError extends Error {
  readonly status: number
  readonly reason: string

  constructor(status: number, reason: string, message: string) {
    super(message)
    this.status = status
    this.reason = reason
  }
}

export function wordError(status: number, message: string, reason = codeFor(status)): object {
  return { error: { code: reason, message, innerError: { date: new Date().toISOString() } } }
}

function codeFor(status: number): string {
  if (status === 400) return 'ErrorInvalidRequest'
  if (status === 401) return 'InvalidAuthenticationToken'
  if (status === 403) return 'ErrorAccessDenied'
  if (status === 404) return 'ErrorItemNotFound'
  if (status === 429) return 'ApplicationThrottled'
  return 'InternalServerError'
}
