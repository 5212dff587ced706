import { useEffect, useRef, useState } from 'react'
import { currentLanguage } from '../../text/language.ts'
import type { Line } from './conversation.ts'
import { type Recognition, recognitionIn, spokenLanguage, unheardText } from './speech.ts'

type Listening = {
  state: 'cannot' | 'idle' | 'listening' | 'refused'
  begin: () => void
  stop: () => void
}

/** Listens to one sentence at a time, where the browser can and may use the microphone. */
export const useListening = (onHeard: (text: string) => void): Listening => {
  const Ear = recognitionIn(window)
  const [state, setState] = useState<Listening['state']>(Ear === null ? 'cannot' : 'idle')
  const running = useRef<Recognition | null>(null)
  const heard = useRef(onHeard)
  useEffect(() => {
    heard.current = onHeard
  })
  useEffect(() => () => running.current?.abort(), [])

  const begin = () => {
    if (Ear === null || running.current !== null) return
    // Otherwise it would listen to the receptionist.
    window.speechSynthesis?.cancel()
    const ear = new Ear()
    ear.lang = spokenLanguage[currentLanguage()]
    ear.interimResults = false
    ear.onresult = ({ results }) => {
      const text = Array.from(results, result => result[0]?.transcript ?? '')
        .join(' ')
        .trim()
      if (text !== '') heard.current(text)
    }
    ear.onerror = ({ error }) => {
      if (error === 'not-allowed' || error === 'service-not-allowed') setState('refused')
    }
    ear.onend = () => {
      running.current = null
      setState(now => (now === 'listening' ? 'idle' : now))
    }
    running.current = ear
    setState('listening')
    ear.start()
  }
  return { state, begin, stop: () => running.current?.abort() }
}

/** Reads aloud what the receptionist says from now on, where the browser has a voice and it is wished. */
export const useReadAloud = (lines: readonly Line[]) => {
  const canSpeak = 'speechSynthesis' in window
  const [wish, setWish] = useState<'aloud' | 'silent'>('silent')
  const heard = useRef(lines.length)
  useEffect(() => {
    const text = unheardText(lines, heard.current)
    heard.current = lines.length
    if (wish === 'silent' || text === '') return
    const speech = new SpeechSynthesisUtterance(text)
    speech.lang = spokenLanguage[currentLanguage()]
    window.speechSynthesis.speak(speech)
  }, [lines, wish])
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
  const toggle = () => {
    if (wish === 'aloud') window.speechSynthesis.cancel()
    setWish(wish === 'aloud' ? 'silent' : 'aloud')
  }
  return { state: canSpeak ? wish : ('cannot' as const), toggle }
}
