import { expect, test } from 'vitest'
import { isRequestId } from './request-id.ts'

test.each(['01a1fafa-efc5-7825-88ea-f16e106b3d4d', 'trace.of_me-1'])('%s can be followed', text => {
  expect(isRequestId(text)).toBe(true)
})

test.each(['', 'short', 'with blanks in it', '../../etc/passwd', 'a'.repeat(65)])(
  '%j was never a request id',
  text => {
    expect(isRequestId(text)).toBe(false)
  },
)
