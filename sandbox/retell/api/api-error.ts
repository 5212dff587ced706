/** A refusal of the REST API: `{"status":"error","message":…}`. */
export class ApiError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Retell answers unknown ids with 422 and this sentence. */
export function unknownAsset(): ApiError {
  return new ApiError(422, 'Cannot find requested asset under given api key.')
}
