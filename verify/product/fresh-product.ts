import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProofResult } from '../proof.ts'
import { postmasterPid } from './embedded-postgres.ts'
import { createProductProcess, type ProductProcess } from './product-process.ts'

/**
 * Gives a proof a fresh data directory. It is removed if what the proof says holds; else it is kept, and the result and
 * the last words on stderr name it.
 */
export async function onFreshFolder(
  name: string,
  prove: (dataDir: string) => Promise<ProofResult>,
): Promise<ProofResult> {
  const dataDir = await mkdtemp(join(tmpdir(), `askpro-${name}-`))
  let kept = true
  try {
    const result = await prove(dataDir)
    kept = !result.holds
    return kept ? { ...result, data_dir: dataDir } : result
  } finally {
    if (kept) console.error(`What was found is kept in ${dataDir}`)
    else await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

/** The same with the product on it, which is ready when `prove` begins. Neither it nor its database stays behind. */
export async function onFreshProduct(
  options: { readonly name: string; readonly environment: Readonly<Record<string, string>> },
  prove: (product: ProductProcess) => Promise<ProofResult>,
): Promise<ProofResult> {
  return await onFreshFolder(options.name, async dataDir => {
    const product = await createProductProcess({ dataDir, environment: options.environment })
    try {
      product.start()
      await product.untilReady()
      return await prove(product)
    } finally {
      await endEverything(product)
    }
  })
}

async function endEverything(product: ProductProcess): Promise<void> {
  const code = await product.stop()
  const postmaster = await postmasterPid(product.dataDir)
  if (postmaster === null) return
  console.error(`The product ended with ${code} and left its database running.`)
  try {
    process.kill(postmaster, 'SIGQUIT')
  } catch {
    // It was gone already; its file tells of a server that was killed.
  }
}
