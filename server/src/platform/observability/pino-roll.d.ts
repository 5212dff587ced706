/** pino-roll brings no types of its own. What we use of it (4.0.0): a stream that begins a new file in time. */
declare module 'pino-roll' {
  import type { DestinationStream } from 'pino'

  type RollingStream = DestinationStream & {
    on(event: 'error', listener: (error: Error) => void): void
    end(): void
  }
  type RollOptions = {
    readonly file: string
    readonly extension: string
    readonly size: string
    readonly frequency: 'daily'
    readonly dateFormat: string
    readonly mode: number
    readonly sync: boolean
  }
  const roll: (options: RollOptions) => Promise<RollingStream>
  export = roll
}
