import { useSyncExternalStore } from 'react'
import { currentLanguage, watchLanguage } from './language.ts'
import type { Language } from './languages.ts'

/** The language on screen; a component that asks is drawn anew when it changes. */
export const useLanguage = (): Language => useSyncExternalStore(watchLanguage, currentLanguage)
