export type SpeechLanguage = 'de' | 'en'
