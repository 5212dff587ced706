import { CallSetup } from './call-setup.tsx'
import { ChatFooter } from './chat-footer.tsx'
import { ChatLines } from './chat-lines.tsx'
import { ChatStatus } from './chat-status.tsx'
import { useConversation } from './conversation-context.tsx'

/** A phone call in writing: choose a number, dial, talk, hang up. */
export const Chat = () => {
  const { phase } = useConversation().conversation
  if (phase === 'idle' || phase === 'dialling') return <CallSetup />
  return (
    <>
      <ChatStatus />
      <ChatLines />
      <ChatFooter />
    </>
  )
}
