import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { instantSql } from '../../platform/db/instant-sql.ts'

/**
 * Puts aside what came into the world with a call and after it, as far as the caller could notice: appointments and
 * their places, holds, new customers, blocked time. Only for a rehearsal, which is rolled back. What was changed or cancelled since stays so.
 */
export async function goBackBefore(tx: Tx, moment: Temporal.Instant): Promise<void> {
  const since = instantSql(moment)
  await sql`
    delete from allocation
    using appointment
    where allocation.tenant_id = ${tx.tenantId} and appointment.tenant_id = allocation.tenant_id
      and appointment.id = allocation.appointment_id and appointment.created_at >= ${since}
  `.execute(tx)
  await sql`
    delete from capacity_count
    using appointment
    where capacity_count.tenant_id = ${tx.tenantId} and appointment.tenant_id = capacity_count.tenant_id
      and appointment.id = capacity_count.appointment_id and appointment.created_at >= ${since}
  `.execute(tx)
  await sql`
    update appointment set state = 'cancelled'
    where appointment.tenant_id = ${tx.tenantId} and appointment.created_at >= ${since}
  `.execute(tx)
  await sql`
    delete from hold where hold.tenant_id = ${tx.tenantId} and hold.created_at >= ${since}
  `.execute(tx)
  await sql`
    update closure set removed_at = ${since}, removed_by = 'replay'
    where closure.tenant_id = ${tx.tenantId} and closure.created_at >= ${since} and closure.removed_at is null
  `.execute(tx)
  // Without a number a customer is found by no caller.
  await sql`
    delete from customer_phone
    where customer_phone.tenant_id = ${tx.tenantId} and customer_phone.customer_id in (
      select customer.id from customer
      where customer.tenant_id = ${tx.tenantId} and customer.created_at >= ${since})
  `.execute(tx)
}
