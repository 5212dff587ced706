import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Proof, ProofOptions, ProofResult } from '../proof.ts'
import { tryVersion, type VersionResult } from './one-version.ts'
import { findBinaries, MAJORS } from './versions.ts'

export const postgres: Proof = {
  name: 'postgres',
  summary:
    'PostgreSQL 15, 16, 17 and 18, run by somebody else: migrate, take a call to its appointment, keep the rules. Downloads what is not installed.',
  run: options => provesPostgres({ ...options, majors: MAJORS }),
}

export async function provesPostgres(
  options: ProofOptions & { majors: readonly string[] },
): Promise<ProofResult> {
  const folder = await mkdtemp(join(tmpdir(), 'askpro-versions-'))
  try {
    const versions: VersionResult[] = []
    for (const major of options.majors)
      versions.push(await tryVersion(await findBinaries(major, folder), folder))
    const holds = versions.every(version => version.problems.length === 0)
    return { verify: 'postgres', seed: options.seed, holds, versions }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}
