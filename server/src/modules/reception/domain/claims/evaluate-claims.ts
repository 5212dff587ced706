import { CLAIM_KINDS, type ClaimKind } from './claim.ts'
import { findClaims } from './find-claims.ts'

/** An utterance with what a person says it claims. */
export type Labelled = { readonly text: string; readonly claims: readonly ClaimKind[] }

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
  readonly mistakes: ReadonlyArray<{ text: string; wrong: ClaimKind[]; missed: ClaimKind[] }>
}

/** Compares what the rules find with what people labelled, claim by claim. */
export function evaluateClaims(labelled: readonly Labelled[]): Evaluation {
  const compared = labelled.map(({ text, claims }) => {
    const found = findClaims(text).map(claim => claim.kind)
    return {
      text,
      right: found.filter(kind => claims.includes(kind)),
      wrong: found.filter(kind => !claims.includes(kind)),
      missed: claims.filter(kind => !found.includes(kind)),
    }
  })
  const scoreOf = (counts: (kind: ClaimKind) => boolean): Score => {
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
    mistakes: compared
      .filter(({ wrong, missed }) => wrong.length + missed.length > 0)
      .map(({ text, wrong, missed }) => ({ text, wrong, missed })),
  }
}

function score(right: number, wrong: number, missed: number): Score {
  const share = (whole: number) => (whole === 0 ? 1 : Math.round((right / whole) * 10_000) / 10_000)
  return { found: right, wrong, missed, precision: share(right + wrong), recall: share(right + missed) }
}
