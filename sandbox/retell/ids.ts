import { randomBytes } from 'node:crypto'

/** `call_` and 27 hex digits, as Retell's look; nobody may read anything into them. */
export function newCallId(): string {
  return `call_${hex(27)}`
}

export function newToolCallId(): string {
  return `tool_call_${hex(12)}`
}

function hex(digits: number): string {
  return randomBytes(Math.ceil(digits / 2))
    .toString('hex')
    .slice(0, digits)
}
