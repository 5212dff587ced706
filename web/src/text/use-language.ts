import { useSyncExternalStore } from 'react'
import { currentLanguage, type Language, watchLanguage } from './language.ts'

/** The language on screen; a component that asks is drawn anew when it changes. */
export const useLanguage = (): Language => useSyncExternalStore(watchLanguage, currentLanguage)
