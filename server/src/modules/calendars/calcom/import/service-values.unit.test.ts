import { describe, expect, test } from 'vitest'
import { canHave } from './service-values.ts'

describe('A value of Cal.com', () => {
  test('is taken over only where a service may have it', () => {
    expect([
      ...[canHave('minutes', 30), canHave('minutes', 1441), canHave('minutes', 0), canHave('minutes', 7.5)],
      ...[canHave('buffer_after_minutes', 240), canHave('buffer_after_minutes', 300)],
      ...[canHave('horizon_days', 730), canHave('horizon_days', 1000), canHave('horizon_days', null)],
      ...[canHave('minimum_notice_minutes', 0), canHave('minimum_notice_minutes', -1)],
      ...[canHave('name', 'Farbe'), canHave('name', ' '), canHave('name', 'x'.repeat(201))],
      ...[canHave('needs_confirmation', true), canHave('needs_confirmation', 'yes')],
    ]).toEqual([
      ...[true, false, false, false, true, false, true, false, false],
      ...[true, false, true, false, false, true, false],
    ])
  })
})
