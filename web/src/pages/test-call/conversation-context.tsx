import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo, useReducer } from 'react'
import { client, unwrap } from '../../api/client.ts'
import { problemOf } from '../../api/problem.ts'
import { topics } from '../../api/queries.ts'
import { currentLanguage } from '../../text/language.ts'
import { type Conversation, idleConversation, nextConversation } from './conversation.ts'

type Commands = {
  dial: (from: string | null) => Promise<void>
  say: (callId: string, text: string) => Promise<void>
  hangUp: (callId: string) => Promise<void>
  clear: () => void
}

const ConversationContext = createContext<{ conversation: Conversation; commands: Commands } | null>(null)

/** Keeps the conversation while its owner looks at other pages of the office. */
export const ConversationProvider = ({ children }: { children: ReactNode }) => {
  const [conversation, dispatch] = useReducer(nextConversation, idleConversation)
  const queryClient = useQueryClient()

  const commands = useMemo((): Commands => {
    const readCall = (callId: string) =>
      queryClient.invalidateQueries({ queryKey: [topics.calls, 'one', callId] })

    return {
      dial: async from => {
        dispatch({ type: 'dialled', from })
        try {
          // Whoever reads this screen is the caller, so the receptionist speaks its language.
          const body = { from, language: currentLanguage() }
          const call = await unwrap(client.POST('/api/v1/test-calls', { body }))
          const texts = call.turns.map(turn => turn.text)
          dispatch({ type: 'connected', callId: call.call_id, atMs: Date.now(), texts })
        } catch (error) {
          dispatch({ type: 'dial-failed', failure: problemOf(error) })
        }
      },
      say: async (callId, text) => {
        dispatch({ type: 'said', text })
        const sentMs = performance.now()
        try {
          const params = { path: { call_id: callId } }
          const answer = await unwrap(
            client.POST('/api/v1/test-calls/{call_id}/turns', { params, body: { text } }),
          )
          const texts = answer.turns.map(turn => turn.text)
          dispatch({
            type: 'answered',
            callId,
            texts,
            tookMs: performance.now() - sentMs,
            ended: answer.ended,
          })
        } catch {
          dispatch({ type: 'unanswered', callId })
        }
        await readCall(callId)
      },
      hangUp: async callId => {
        dispatch({ type: 'hung-up' })
        const params = { path: { call_id: callId } }
        await unwrap(client.POST('/api/v1/test-calls/{call_id}/end', { params }))
        await readCall(callId)
      },
      clear: () => dispatch({ type: 'cleared' }),
    }
  }, [queryClient])

  const value = useMemo(() => ({ conversation, commands }), [conversation, commands])
  return <ConversationContext value={value}>{children}</ConversationContext>
}

/** @throws Error outside of the office. */
export const useConversation = () => {
  const value = useContext(ConversationContext)
  if (value === null) throw new Error('This component belongs inside of the office layout.')
  return value
}
