/**
 * Asks a question once for everybody who asks it while the answer is on its way. Nothing is kept: an answer is never
 * older than the time it took to get it.
 */
export function shareRunning<Answer>(
  ask: (question: string) => Promise<Answer>,
): (question: string) => Promise<Answer> {
  const running = new Map<string, Promise<Answer>>()
  return question => {
    const known = running.get(question)
    if (known) return known
    const asked = ask(question).finally(() => running.delete(question))
    running.set(question, asked)
    return asked
  }
}
