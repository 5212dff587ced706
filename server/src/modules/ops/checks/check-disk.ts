import { statfs } from 'node:fs/promises'
import type { Finding } from '../health.ts'

const GIGABYTE = 1_000_000_000
const FULL_BYTES = 200_000_000
/** Of bytes and of inodes: below, somebody should make room. */
const SCARCE_SHARE = 0.1

/** Room where `DATA_DIR` lies: `degraded` below 1 GB, 10 % or a tenth of the inodes, `down` below 200 MB. */
export async function checkDisk(dataDir: string): Promise<Finding> {
  try {
    const { bsize, blocks, bavail, files, ffree } = await statfs(dataDir)
    return judgeDisk({ bytes: blocks * bsize, freeBytes: bavail * bsize, inodes: files, freeInodes: ffree })
  } catch (error) {
    const problem = (error as NodeJS.ErrnoException).code ?? 'unknown'
    return { status: 'down', detail: { problem: `DATA_DIR cannot be read (${problem})` } }
  }
}

export type DiskFigures = {
  readonly bytes: number
  readonly freeBytes: number
  /** 0 where the file system counts none. */
  readonly inodes: number
  readonly freeInodes: number
}

export function judgeDisk({ bytes, freeBytes, inodes, freeInodes }: DiskFigures): Finding {
  const freeShare = bytes === 0 ? 0 : freeBytes / bytes
  const inodeShare = inodes === 0 ? 1 : freeInodes / inodes
  const detail = {
    free_gb: Math.round(freeBytes / 1e7) / 100,
    free_percent: Math.round(freeShare * 1000) / 10,
    free_inodes_percent: Math.round(inodeShare * 1000) / 10,
  }
  if (freeBytes < FULL_BYTES || freeInodes < inodes / 1000) return { status: 'down', detail }
  const scarce = freeBytes < GIGABYTE || freeShare < SCARCE_SHARE || inodeShare < SCARCE_SHARE
  return { status: scarce ? 'degraded' : 'ok', detail }
}
