import { replayInboxEvents } from '../../api/inbox-queries.ts'
import { topics } from '../../api/queries.ts'
import { useAction } from '../../table/use-action.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'

/** Processing events once more, one or many, and what came of it. */
export const useReplay = () => {
  const { counted } = useFormats()
  const { result, pending, start } = useAction(topics.inbox)
  const replay = (ids: string[]) =>
    start(async () => {
      const { replayed, skipped } = await replayInboxEvents(ids)
      const done = `${counted(replayed.length, words.inbox.replayed)}.`
      if (skipped.length === 0) return { went: 'well', text: done }
      return { went: 'partly', text: `${done} ${counted(skipped.length, words.system.skipped)}.` }
    })
  return { result, pending, replay }
}
