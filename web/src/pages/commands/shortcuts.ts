import type { Words } from '../../text/de.ts'
import { pb } from '../../util/path-builder.ts'

/** G and then one of these goes to a page. */
export const pagesByKey = {
  h: { name: 'today', link: pb.today() },
  k: { name: 'calendar', link: pb.calendar() },
  t: { name: 'appointments', link: pb.appointments() },
  a: { name: 'calls', link: pb.calls() },
  c: { name: 'customers', link: pb.customers() },
  o: { name: 'open', link: pb.open() },
  r: { name: 'reports', link: pb.reports() },
  e: { name: 'settings', link: pb.settings() },
} satisfies Record<string, { name: keyof Words['navigation']; link: unknown }>

export type PageKey = keyof typeof pagesByKey

export type Pressed = {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  /** Somebody writes, or a dialog is open. */
  busy: boolean
}

export type Meant = 'palette' | 'help' | 'book' | 'go' | { page: PageKey } | null

const isPageKey = (key: string): key is PageKey => Object.hasOwn(pagesByKey, key)

/** What keys mean: Control or Command with K always, single ones only where somebody has not turned them off. */
export const meaningOf = (pressed: Pressed, state: { afterG: boolean; singles: boolean }): Meant => {
  const key = pressed.key.toLowerCase()
  if (key === 'k' && (pressed.ctrlKey || pressed.metaKey) && !pressed.altKey) return 'palette'
  if (!state.singles || pressed.busy || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null
  if (state.afterG) return isPageKey(key) ? { page: key } : null
  if (key === '?') return 'help'
  if (key === 'n') return 'book'
  return key === 'g' ? 'go' : null
}
