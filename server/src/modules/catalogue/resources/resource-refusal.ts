import { AppError, type ErrorDefinition } from '../../../platform/errors/app-error.ts'
import { platformErrors } from '../../../platform/errors/platform-errors.ts'
import { catalogueErrors } from '../errors.ts'
import type { ResourceRefusal } from './change-resource.ts'

/** The refusal as the API answers it; `unknown` is the word of the route for what it did not find. */
export function refusedAs({ kind }: ResourceRefusal, unknown: ErrorDefinition): AppError {
  const errors: Readonly<Record<ResourceRefusal['kind'], ErrorDefinition>> = {
    unknown,
    stale: platformErrors.staleVersion,
    name_taken: catalogueErrors.nameTaken,
    unknown_service: catalogueErrors.unknownService,
  }
  return new AppError(errors[kind])
}
