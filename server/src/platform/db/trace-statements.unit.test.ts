import { expect, test } from 'vitest'
import { describeStatement } from './trace-statements.ts'

test.each([
  ['select "call"."id" from "call" where "call"."id" = $1', 'select', 'call'],
  ['insert into "message" ("id") values ($1)', 'insert', 'message'],
  ['update "inbox" set "error" = $1', 'update', 'inbox'],
  ['delete from "hold" where "hold"."id" = $1', 'delete', 'hold'],
  ['select enqueue_job(\n identifier => $1)', 'select', 'enqueue_job'],
  ["select set_config('app.tenant_id', $1, true)", 'select', 'set_config'],
  ['set local role askpro_system', 'set', null],
  ['with due as (select $1) select 1 from "appointment"', 'with', 'appointment'],
  ['with made as (\n insert into appointment (id) values ($1)\n) select 1', 'insert', 'appointment'],
])('%s is called %s of %s', (text, operation, target) => {
  expect(describeStatement(text)).toEqual({ operation, target })
})
