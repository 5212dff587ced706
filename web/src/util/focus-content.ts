type Navigation = { fromLocation?: { pathname: string } | undefined; toLocation: { pathname: string } }

/** Moves the focus to the new page's content, so that whoever reads by ear or by key starts there. */
export const focusContentOnNavigation = ({ fromLocation, toLocation }: Navigation) => {
  if (fromLocation === undefined || fromLocation.pathname === toLocation.pathname) return
  if (document.activeElement instanceof HTMLTextAreaElement) return
  document.getElementById('content')?.focus({ preventScroll: true })
}
