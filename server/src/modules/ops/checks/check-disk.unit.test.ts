import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { checkDisk, judgeDisk } from './check-disk.ts'

const GB = 1e9
const roomy = { bytes: 100 * GB, freeBytes: 50 * GB, inodes: 1000, freeInodes: 900 }

test.each([
  ['plenty of room is fine', roomy, 'ok'],
  ['no inodes to count are no worry', { ...roomy, inodes: 0, freeInodes: 0 }, 'ok'],
  ['less than a tenth is scarce', { ...roomy, freeBytes: 9 * GB }, 'degraded'],
  ['less than a gigabyte is scarce', { ...roomy, bytes: 2 * GB, freeBytes: 0.9 * GB }, 'degraded'],
  ['few inodes are scarce', { ...roomy, freeInodes: 90 }, 'degraded'],
  ['less than 200 MB is full', { ...roomy, freeBytes: 0.19 * GB }, 'down'],
  ['no inode is full', { ...roomy, freeInodes: 0 }, 'down'],
])('%s', (_name, figures, status) => {
  expect(judgeDisk(figures).status).toBe(status)
})

test('a folder that exists is measured', async () => {
  expect((await checkDisk(tmpdir())).detail).toHaveProperty('free_gb')
})

test('a folder that is gone is down, and said to be', async () => {
  expect(await checkDisk('/nonexistent/askpro')).toEqual({
    status: 'down',
    detail: { problem: 'DATA_DIR cannot be read (ENOENT)' },
  })
})
