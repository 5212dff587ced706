import { z } from 'zod'

/** How the model misbehaves, from now on and until told otherwise. */
export const LlmFaults = z.strictObject({
  /**
   * `down`: 500. `limited`: 429. `malformed`: text that is no JSON. `wrong_form`: JSON of another form. `refusal`: the
   * model declines in words. `invented`: it names what nobody offers. `huge`: an answer of several megabytes.
   * `obeying`: it does whatever the words ask of it that were to be read.
   */
  mode: z
    .enum(['none', 'down', 'limited', 'malformed', 'wrong_form', 'refusal', 'invented', 'huge', 'obeying'])
    .default('none'),
  /** How long it thinks before it answers. */
  delayMs: z.int().min(0).max(600_000).default(0),
})
export type LlmFaults = z.infer<typeof LlmFaults>
export type LlmFaultsInput = z.input<typeof LlmFaults>
