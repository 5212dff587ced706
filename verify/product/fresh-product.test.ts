import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { onFreshFolder } from './fresh-product.ts'

const result = (holds: boolean) => ({ verify: 'a-proof', seed: 1, holds })

describe('The data directory of a proof', () => {
  test('is gone when what the proof says holds', async () => {
    let used = ''
    const said = await onFreshFolder('a-proof', async dataDir => {
      used = dataDir
      return result(existsSync(dataDir))
    })
    expect(said).toEqual(result(true))
    expect(existsSync(used)).toBe(false)
  })

  test('is kept and named when it does not hold', async () => {
    const said = await onFreshFolder('a-proof', async () => result(false))
    onTestFinished(() => rm(String(said.data_dir), { recursive: true }))
    expect(existsSync(String(said.data_dir))).toBe(true)
  })

  test('is kept when the proof could not be carried out', async () => {
    let used = ''
    const failing = onFreshFolder('a-proof', async dataDir => {
      used = dataDir
      throw new Error('no port')
    })
    await expect(failing).rejects.toThrow('no port')
    onTestFinished(() => rm(used, { recursive: true }))
    expect(existsSync(used)).toBe(true)
  })
})
