/** Calls `refresh` now and then again and again while the page is seen, never twice at once. */
export async function poll(refresh, everyMs) {
  for (;;) {
    if (!document.hidden) await refresh().catch(() => undefined)
    await new Promise(resolve => setTimeout(resolve, everyMs))
  }
}
