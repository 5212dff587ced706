import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useSession } from '../../api/session-context.ts'
import { pb } from '../../util/path-builder.ts'
import { type Meant, meaningOf, pagesByKey } from './shortcuts.ts'
import { singleKeysWanted } from './single-keys.ts'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))
const ShortcutHelp = lazy(async () => ({ default: (await import('./shortcut-help.tsx')).ShortcutHelp }))

const FORGET_G_AFTER_MS = 1500

type Shown = 'palette' | 'help' | null

/** Listens for the keys of the whole office; what they open is fetched when it is first wanted. */
export const Commands = ({ shown, onShow }: { shown: Shown; onShow: (shown: Shown) => void }) => {
  const navigate = useNavigate()
  const afterG = useRef(0)
  const [singles, setSingles] = useState(singleKeysWanted)
  const mayWrite = useSession().permissions.includes('write')
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const state = { afterG: Date.now() - afterG.current < FORGET_G_AFTER_MS, singles }
      const { key, ctrlKey, metaKey, altKey } = event
      const meant = meaningOf({ key, ctrlKey, metaKey, altKey, busy: isBusy(event.target) }, state)
      afterG.current = meant === 'go' ? Date.now() : 0
      if (meant === null || meant === 'go' || (meant === 'book' && !mayWrite)) return
      event.preventDefault()
      follow(meant)
    }
    const follow = (meant: Exclude<Meant, null | 'go'>) => {
      if (meant === 'book') void navigate(pb.calendarStarting('book'))
      else if (typeof meant === 'object') void navigate(pagesByKey[meant.page].link)
      else if (!isDialogOpen()) onShow(meant)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [navigate, onShow, singles, mayWrite])
  const close = () => onShow(null)
  return (
    <Suspense>
      {shown === 'palette' && <Palette onHelp={() => onShow('help')} onClose={close} />}
      {shown === 'help' && <ShortcutHelp singles={singles} onSingles={setSingles} onClose={close} />}
    </Suspense>
  )
}

const isDialogOpen = () => document.querySelector('dialog[open]') !== null

const isBusy = (target: EventTarget | null): boolean =>
  isDialogOpen() ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="menu"] *')))
