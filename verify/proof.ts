/** How far and with which dice a proof goes. What is not given is the proof's own full length. */
export type ProofOptions = {
  readonly operations: number | null
  readonly minutes: number | null
  /** The same seed tries the same things; printed, so that a failure can be repeated. */
  readonly seed: number
}

/** What a proof found. Printed as one line of JSON; figures of its own may stand beside. */
export type ProofResult = {
  readonly verify: string
  readonly seed: number
  readonly holds: boolean
  readonly [figure: string]: unknown
}

/** One of the long proofs. Throws only if it could not be carried out; what it found wrong is a result. */
export type Proof = {
  readonly name: string
  readonly summary: string
  run(options: ProofOptions): Promise<ProofResult>
}
