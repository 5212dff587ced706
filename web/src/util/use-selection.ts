import { useState } from 'react'

/**
 * Which of the entries on screen are chosen. An entry that leaves the screen, or that nothing may be done with any
 * more, is no longer chosen.
 */
export const useSelection = (selectable: readonly string[]) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const selected = selectable.filter(id => chosen.has(id))
  return {
    selected,
    isSelected: (id: string) => chosen.has(id) && selectable.includes(id),
    state: selected.length === 0 ? 'none' : selected.length === selectable.length ? 'all' : 'some',
    toggle: (id: string) =>
      setChosen(new Set([...chosen].filter(other => other !== id).concat(chosen.has(id) ? [] : id))),
    toggleAll: () => setChosen(new Set(selected.length === selectable.length ? [] : selectable)),
    clear: () => setChosen(new Set()),
  } as const
}

export type Selection = ReturnType<typeof useSelection>
