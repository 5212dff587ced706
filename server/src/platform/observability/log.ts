import pino, { type DestinationStream, type Logger } from 'pino'
import { mask } from './mask.ts'
import { currentRequestId, requestContext } from './request-context.ts'
import { currentTraceId } from './tracing.ts'

export type Log = Logger

export type LogOptions = {
  readonly level: string
  readonly destination?: 'stdout' | 'stderr'
  /** Gets every line too. */
  readonly file?: DestinationStream | null
  /** Hears of every error that is logged as `error` or `fatal`: those that a person should see. */
  readonly onError?: (error: Error, about: { readonly requestId: string | null }) => void
}

const ERROR_LEVEL = 50

/** JSON lines on stdout (stderr for commands), each with the request id of the work it belongs to, masked. */
export function createLog(options: LogOptions): Log {
  const console = pino.destination({ fd: options.destination === 'stderr' ? 2 : 1, sync: true })
  const streams = [console, ...(options.file ? [options.file] : [])]
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
        // Not who acts: that may be the address of a person.
        const { requestId, tenantId } = requestContext() ?? {}
        return { requestId, tenantId, ...(traceId === null ? {} : { traceId }) }
      },
      hooks: {
        logMethod(line, method, level) {
          const [fields] = line as unknown as [{ err?: unknown } | undefined]
          if (level >= ERROR_LEVEL && fields?.err instanceof Error)
            options.onError?.(fields.err, { requestId: currentRequestId() })
          method.apply(this, line)
        },
      },
      formatters: {
        level: label => ({ level: label }),
        log: fields => maskLogged(fields),
      },
    },
    streams.length === 1 ? console : pino.multistream(streams.map(stream => ({ level: 'trace', stream }))),
  )
}

function maskLogged(fields: Record<string, unknown>): Record<string, unknown> {
  const { err, ...rest } = fields
  const masked = mask(rest) as Record<string, unknown>
  return err instanceof Error ? { ...masked, err: describeError(err) } : masked
}

/** Error as plain fields; the query parameters that `pg` attaches never get here. */
function describeError(error: Error): Record<string, unknown> {
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
