import pg from 'pg'

/** What is in front of a database's address in every sentence about it; never its password. */
type Address = { readonly variable: string; readonly url: string }

/** `ENOENT`: a socket whose server has stopped. */
const NETWORK = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EPIPE', 'ENOENT'],
])
const NAME = new Set(['ENOTFOUND', 'EAI_AGAIN'])
/** 57P01 shut down, 57P02 crashed, 57P03 starting up, 53300 too many connections, 08… connection. */
const SERVER_GONE = /^(57P0[123]|53300|08...)$/

/** True for a server that is away, starting, stopping or full: the same may work in a moment. */
export function isUnreachable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  return (
    NETWORK.has(code ?? '') ||
    NAME.has(code ?? '') ||
    SERVER_GONE.test(code ?? '') ||
    /timeout|terminated/i.test(message ?? '')
  )
}

/** Connects, or throws one sentence that says what is wrong and what to do. A server that is starting is waited for. */
export async function connectOrExplain(address: Address, longestWaitMs = 30_000): Promise<pg.Client> {
  const deadline = Date.now() + longestWaitMs
  for (;;) {
    const client = new pg.Client({
      connectionString: address.url,
      application_name: 'askpro setup',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      options: '-c timezone=UTC',
    })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => {})
      const starting = (error as { code?: string }).code === '57P03'
      if (!starting || Date.now() > deadline)
        throw new Error(explainConnection(error, address), { cause: error })
      await new Promise(resolve => setTimeout(resolve, 200))
    }
  }
}

/** One sentence for whoever set the address. */
function explainConnection(error: unknown, { variable, url }: Address): string {
  const { code = '', message = String(error) } = (error ?? {}) as { code?: string; message?: string }
  const { hostname, port, username, pathname } = new URL(url)
  const [user, database] = [decodeURIComponent(username), decodeURIComponent(pathname.slice(1))]
  const place = `${hostname || 'localhost'}:${port || '5432'}`
  if (NAME.has(code)) return `${variable}: the name "${hostname}" leads to no machine.`
  switch (code) {
    case '28P01':
      return `${variable}: the server at ${place} refuses the password of "${user}".`
    case '28000':
      return `${variable}: the server at ${place} does not let "${user}" in. Does the role exist, and does pg_hba.conf allow it? (${message})`
    case '3D000':
      return `${variable}: the server at ${place} has no database "${database}". An administrator makes it: create database ${quoted(database)} owner ${quoted(user)} encoding 'UTF8' template template0;`
    case '53300':
      return `${variable}: the server at ${place} has no connection left (max_connections).`
    case '57P03':
      return `${variable}: the server at ${place} is starting or stopping and takes no connections.`
    default:
      return isUnreachable(error)
        ? `${variable}: no database server answers at ${place}.`
        : `${variable}: the connection to ${place} failed: ${message}`
  }
}

export function quoted(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`
}
