/**
 * The least that can answer when somebody is busy: a bare Fastify route with one indexed query. Started as a process of
 * its own with the database's address; says its port on the first line.
 */
import Fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.argv[2] ?? '', max: 20 })
const read = {
  name: 'busy',
  text: `select allocation.starts_at, allocation.ends_at from allocation
    where allocation.tenant_id = $1 and allocation.resource_id = $2
      and allocation.starts_at >= $3::date and allocation.starts_at < $4::date`,
}

const app = Fastify()
app.get('/busy', async request => {
  const { tenant, staff, from, to } = request.query as Record<string, string>
  const { rows } = await pool.query({ ...read, values: [tenant, staff, from, to] })
  return { items: rows }
})
await app.listen({ port: 0, host: '127.0.0.1' })
const [address] = app.addresses()
console.log(address?.port)
