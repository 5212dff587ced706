import { CLAIM_KINDS, type ClaimKind, TIMED } from './claim.ts'
import { namesOtherTime, type Said } from './claimed-time.ts'
import { findClaims } from './find-claims.ts'

/** An utterance with what a person says it claims. */
export type Labelled = {
  readonly text: string
  readonly claims: readonly ClaimKind[]
  /** When it was said, what is entered, and whether it names another time; null: nobody says. */
  readonly time: {
    readonly said: Said
    readonly entered: readonly Temporal.Instant[]
    readonly other: boolean
  } | null
}

export type Score = {
  readonly found: number
  readonly wrong: number
  readonly missed: number
  /** Of the claims that were found, the share that is one. 1 when none was found. */
  readonly precision: number
  /** Of the claims that are there, the share that was found. 1 when there is none. */
  readonly recall: number
}

export type Evaluation = Score & {
  readonly utterances: number
  readonly kinds: Readonly<Record<ClaimKind, Score>>
  /** Of claims whose time is labelled: those that name another time than what is entered. */
  readonly otherTime: Score
  readonly mistakes: ReadonlyArray<{ text: string; wrong: Found[]; missed: Found[] }>
}

type Found = ClaimKind | typeof OTHER_TIME
const OTHER_TIME = 'other_time'

/** Compares what the rules find with what people labelled, claim by claim. */
export function evaluateClaims(labelled: readonly Labelled[]): Evaluation {
  const compared = labelled.map(utterance => {
    const found = foundIn(utterance)
    const there: Found[] = [...utterance.claims, ...otherTime(utterance.time?.other ?? false)]
    return {
      text: utterance.text,
      right: found.filter(kind => there.includes(kind)),
      wrong: found.filter(kind => !there.includes(kind)),
      missed: there.filter(kind => !found.includes(kind)),
    }
  })
  const scoreOf = (counts: (kind: Found) => boolean): Score => {
    const count = (part: 'right' | 'wrong' | 'missed') =>
      compared.reduce((sum, utterance) => sum + utterance[part].filter(counts).length, 0)
    return score(count('right'), count('wrong'), count('missed'))
  }
  return {
    utterances: labelled.length,
    ...scoreOf(() => true),
    kinds: Object.fromEntries(
      CLAIM_KINDS.map(kind => [kind, scoreOf(other => other === kind)]),
    ) as Evaluation['kinds'],
    otherTime: scoreOf(kind => kind === OTHER_TIME),
    mistakes: compared
      .filter(({ wrong, missed }) => wrong.length + missed.length > 0)
      .map(({ text, wrong, missed }) => ({ text, wrong, missed })),
  }
}

function foundIn({ text, time }: Labelled): Found[] {
  const claims = findClaims(text)
  const isOther =
    time !== null &&
    claims.some(({ kind, sentence }) => TIMED.has(kind) && namesOtherTime(sentence, time.entered, time.said))
  return [...claims.map(claim => claim.kind), ...otherTime(isOther)]
}

function otherTime(isOther: boolean): Found[] {
  return isOther ? [OTHER_TIME] : []
}

function score(right: number, wrong: number, missed: number): Score {
  const share = (whole: number) => (whole === 0 ? 1 : Math.round((right / whole) * 10_000) / 10_000)
  return { found: right, wrong, missed, precision: share(right + wrong), recall: share(right + missed) }
}
