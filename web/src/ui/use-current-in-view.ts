import { type RefObject, useEffect, useRef } from 'react'

/** For a row of links that is wider than a phone: what is open stands in its middle, not beyond its edge. */
export const useCurrentInView = (): RefObject<HTMLElement | null> => {
  const row = useRef<HTMLElement>(null)
  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>('[aria-current]')
    if (!row.current || !current) return
    const middle = current.offsetLeft - row.current.offsetLeft + current.offsetWidth / 2
    row.current.scrollLeft = middle - row.current.clientWidth / 2
  })
  return row
}
