/** What the office can be read in. */
export const languages = ['de', 'en'] as const
export type Language = (typeof languages)[number]
