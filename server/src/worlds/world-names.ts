/** The demo businesses by their short names; `seed-worlds.ts` has what they are made of. */
export const WORLD_NAMES = ['salon', 'practice', 'garage', 'consultants'] as const
