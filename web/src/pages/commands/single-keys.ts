const STORED_AS = 'askpro-single-keys'

/** Whether letters alone do something. A choice stays in this browser; one that keeps nothing has the usual. */
export const singleKeysWanted = (): boolean => {
  try {
    return localStorage.getItem(STORED_AS) !== 'off'
  } catch {
    return true
  }
}

export const wantSingleKeys = (wanted: 'on' | 'off') => {
  try {
    localStorage.setItem(STORED_AS, wanted)
  } catch {
    // Not kept: the usual again on the next visit.
  }
}
