import pino, { type Logger } from 'pino'
import { mask } from './mask.ts'
import { requestContext } from './request-context.ts'
import { currentTraceId } from './tracing.ts'

export type Log = Logger

/** JSON lines on stdout (stderr for commands), each with the request id of the work it belongs to, masked. */
export function createLog(options: { level: string; destination?: 'stdout' | 'stderr' }): Log {
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'message',
      // Errors are described by us, below; pino would take the description for another object.
      serializers: { err: (value: unknown) => value },
      mixin: () => {
        const traceId = currentTraceId()
        return { ...requestContext(), ...(traceId === null ? {} : { traceId }) }
      },
      formatters: {
        level: label => ({ level: label }),
        log: fields => maskLogged(fields),
      },
    },
    pino.destination({ fd: options.destination === 'stderr' ? 2 : 1, sync: true }),
  )
}

function maskLogged(fields: Record<string, unknown>): Record<string, unknown> {
  const { err, ...rest } = fields
  const masked = mask(rest) as Record<string, unknown>
  return err instanceof Error ? { ...masked, err: describeError(err) } : masked
}

/** Error as plain fields; the query parameters that `pg` attaches never get here. */
export function describeError(error: Error): Record<string, unknown> {
  const { code, constraint } = error as Error & { code?: unknown; constraint?: unknown }
  return {
    type: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    stack: error.stack,
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  }
}
