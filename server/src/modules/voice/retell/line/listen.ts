import type { Listen, Mark, SpokenTurn } from '../../../reception/index.ts'
import type { FrameIn } from './frames.ts'
import { type HeardSoFar, NOTHING_HEARD, newWords } from './new-words.ts'
import { owedWords } from './owed-words.ts'

/**
 * How far a line has listened: the caller's words and keys so far, the words still owed to the caller, and the reminder
 * that was answered last. Stored with the conversation, so that it survives the socket and the process.
 */
type LineMark = HeardSoFar & { readonly owed: string; readonly reminder: number; readonly keys: number }

type Request = Extract<FrameIn, { transcript: unknown }>

/** What a request of Retell has that is new: words, or silence; the same request again has nothing (failure 45). */
export function listenTo(request: Request): Listen {
  return (stored, last) => {
    const mark = readMark(stored)
    const owed = owedNow(request, mark, last)
    const fresh = newWords(request.transcript, mark)
    const heard = fresh?.heard ?? { words: mark.words, digest: mark.digest }
    const keys = request.keys.length
    const pressed = request.keys.slice(mark.keys)
    // Who types has said it better than they could.
    if (pressed !== '')
      return { text: `#${pressed}`, mark: { ...heard, owed, reminder: mark.reminder, keys } }
    if (fresh) return { text: fresh.text, mark: { ...heard, owed, reminder: mark.reminder, keys } }
    if (request.kind === 'response_required' || request.responseId === mark.reminder) return null
    return {
      text: '',
      mark: { ...heard, owed, reminder: request.responseId, keys },
    }
  }
}

/** What is to be said before the next words, by a mark that `listenTo` made. */
export function owedBefore(mark: Mark | null): string {
  return readMark(mark).owed
}

function owedNow({ transcript }: Request, { owed, words }: LineMark, last: SpokenTurn): string {
  return owedWords(transcript, { owed, last, after: words })
}

function readMark(mark: Mark | null): LineMark {
  const { words, digest, owed, reminder, keys } = mark ?? {}
  return {
    words: typeof words === 'number' ? words : NOTHING_HEARD.words,
    digest: typeof digest === 'string' ? digest : NOTHING_HEARD.digest,
    owed: typeof owed === 'string' ? owed : '',
    reminder: typeof reminder === 'number' ? reminder : -1,
    keys: typeof keys === 'number' ? keys : 0,
  }
}
