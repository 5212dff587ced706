import { createContext, useContext } from 'react'
import type { Session } from './contract.ts'

export const SessionContext = createContext<Session | null>(null)

/** Who is signed in and for which business. @throws Error outside of the office. */
export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('This component belongs inside of the office layout.')
  return session
}
