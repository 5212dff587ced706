/** What a client is told about an expected failure. Codes are `module/kebab-case` and never reused. */
export type ErrorDefinition = {
  readonly code: string
  readonly status: number
  readonly title: string
  /** What the receptionist says when this reaches a caller, per language. */
  readonly spoken?: { readonly de: string; readonly en: string }
}

/**
 * A failure the caller of the API can understand and act on. Safe to show.
 * Becomes an `application/problem+json` answer in `platform/http/problem.ts`.
 */
export class AppError extends Error {
  readonly definition: ErrorDefinition
  readonly extensions: Readonly<Record<string, unknown>>

  constructor(
    definition: ErrorDefinition,
    detail?: string,
    options?: { cause?: unknown; extensions?: Record<string, unknown> },
  ) {
    super(detail ?? definition.title, { cause: options?.cause })
    this.name = 'AppError'
    this.definition = definition
    this.extensions = options?.extensions ?? {}
  }

  get code(): string {
    return this.definition.code
  }
}

/** Declares a module's errors; the keys are for the code, the codes for everybody else. */
export function defineErrors<const T extends Record<string, ErrorDefinition>>(definitions: T): T {
  return definitions
}
