/**
 * Makes one piece of work of what is asked for at the same time: while one batch is under way, whatever arrives waits
 * and goes together in the next. Nobody waits for a batch to fill. `work` gets at most `most` items and answers them in
 * their order. If a batch fails, each of its items is tried alone, so that a bad one fails by itself.
 */
export function gather<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly Answer[]>,
  most: number,
): (item: Item) => Promise<Answer> {
  type Waiting = { item: Item; resolve: (answer: Answer) => void; reject: (error: unknown) => void }
  const waiting: Waiting[] = []
  let running = false

  const settle = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const answers = await work(batch.map(({ item }) => item))
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer)
    } catch (error) {
      const [first, ...others] = batch
      if (others.length === 0) first?.reject(error)
      else for (const one of batch) await settle([one])
    }
  }
  const run = async (): Promise<void> => {
    running = true
    try {
      while (waiting.length > 0) await settle(waiting.splice(0, most))
    } finally {
      running = false
    }
  }

  return item =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!running) run().catch(reject)
    })
}
