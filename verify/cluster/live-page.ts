import { setTimeout as wait } from 'node:timers/promises'

const LONGEST_MS = 10_000

/** An open page: the stream of live updates of one web process. */
export async function watchLive(
  web: string,
  apiKey: string,
): Promise<{ hears(id: string): Promise<boolean>; close(): void }> {
  const abort = new AbortController()
  const response = await fetch(`${web}/api/v1/live`, {
    headers: { authorization: `Bearer ${apiKey}` },
    signal: abort.signal,
  })
  if (!response.ok || !response.body) throw new Error(`No live updates: ${response.status}`)
  let heard = ''
  const reading = (async (body: ReadableStream<Uint8Array>): Promise<void> => {
    for await (const chunk of body) heard += Buffer.from(chunk).toString('utf8')
  })(response.body)
  reading.catch(() => {})
  return {
    hears: async id => {
      const deadline = Date.now() + LONGEST_MS
      while (!heard.includes(id) && Date.now() < deadline) await wait(10)
      return heard.includes(id)
    },
    close: () => abort.abort(),
  }
}
