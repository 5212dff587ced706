/** Points that end no sentence: of abbreviations, and of "4. Dezember". */
const ABBREVIATION = /\b(dr|prof|hr|fr|nr|str|ca|bzw|z\.b|z\. b|usw|mr|mrs|ms|st)\.$/i
const TIME_OF_DAY = /\b[ap]\.m\.$/i
const ORDINAL = /(?:^|\s)\d{1,2}\.$/
/** What goes on behind an ordinal or "8 a.m.". */
const GOES_ON =
  /^\s+(?:\p{Ll}|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Uhr)\b)/u

/** The sentences of an utterance, each with its closing mark. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  let begun = 0
  for (const { index, 0: marks } of text.matchAll(/[.!?;…:]+(?=\s|$)/gu)) {
    const end = index + marks.length
    const sentence = text.slice(begun, end)
    const goesOn =
      marks === '.' &&
      (ABBREVIATION.test(sentence) ||
        ((ORDINAL.test(sentence) || TIME_OF_DAY.test(sentence)) && GOES_ON.test(text.slice(end))))
    if (goesOn) continue
    sentences.push(sentence)
    begun = end
  }
  return [...sentences, text.slice(begun)]
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
}

/** A clause is a breath; the rest of a longer one is not read, so that no pattern is tried on it for long. */
const LONGEST_CLAUSE = 300

/** The clauses of a sentence, in lower case. */
export function splitClauses(sentence: string): string[] {
  return plain(sentence)
    .replaceAll(/(?<=(?:zwischen|between) \S+) (?:und|and) /gu, ' bis ')
    .split(/,|\s[–—-]+\s|[;()„“"]|\s(?:und|aber|sondern|and|but|so|because|while)\s/u)
    .map(clause => clause.replace(/^[\s.!?:…]+|[\s.!?:…]+$/gu, '').slice(0, LONGEST_CLAUSE))
    .filter(clause => clause !== '')
}

/** Lower case, and one kind of apostrophe. */
export function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'")
}
