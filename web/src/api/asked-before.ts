/** An answer this old may have missed what live updates tell of again when they begin (15 s). */
const TOO_OLD_MS = 10_000

declare global {
  interface Window {
    /** What `public/before-paint.js` asked while the application was on its way, by address. */
    askedBefore?: Map<string, { answer: Promise<Response>; askedAt: number }>
  }
}

/** The answer to a question that was asked before the application was there; once, because the next may differ. */
export const askedBefore = ({ method, url }: Request): Promise<Response> | undefined => {
  const { pathname, search } = new URL(url)
  const address = pathname + search
  const asked = method === 'GET' ? window.askedBefore?.get(address) : undefined
  if (asked === undefined) return undefined
  window.askedBefore?.delete(address)
  return performance.now() - asked.askedAt < TOO_OLD_MS ? asked.answer : undefined
}
