/**
 * The least that can take an event for good: Node's own HTTP server and one durable insert. Started as a process of its
 * own with the database's address; says its port on the first line.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.argv[2] ?? '', max: 20 })
const insert = { name: 'store', text: 'insert into bench.event (body) values ($1)' }

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', async () => {
    try {
      await pool.query({ ...insert, values: [Buffer.concat(chunks).toString()] })
      response.writeHead(204).end()
    } catch {
      response.writeHead(500).end()
    }
  })
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
