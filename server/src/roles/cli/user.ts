import { parseArgs } from 'node:util'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../platform/access/permissions.ts'
import { findRunningServer } from '../running-server.ts'
import { type Command, withApp } from './command.ts'

const role = z.enum(MEMBER_ROLES)
const email = z.email()

export const userInvite: Command = {
  name: 'user invite',
  usage: 'user invite --tenant SLUG --email ADDRESS [--role owner|manager|staff|viewer] [--json]',
  summary: 'Prints a link with which somebody opens an account for a business; good for 72 hours, once.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        tenant: { type: 'string' },
        email: { type: 'string' },
        role: { type: 'string', default: 'owner' },
        json: { type: 'boolean', default: false },
      },
    })
    const wanted = role.safeParse(values.role)
    const address = email.safeParse(values.email)
    const { tenant: slug } = values
    if (!slug || !wanted.success || !address.success) return usage(userInvite)
    return await withApp(async (app, { dataDir, publicUrlGiven }) => {
      const running = publicUrlGiven ? null : await findRunningServer(dataDir)
      const tenant = await app.modules.tenants.findBySlug(slug)
      if (!tenant) throw new Error(`There is no business with the short name "${slug}".`)
      const wish = { tenantId: tenant.id, email: address.data, role: wanted.data, address: running?.url }
      const { link, expiresAt } = await app.modules.identity.users.invite(wish)
      if (values.json) console.log(JSON.stringify({ link, expires_at: expiresAt.toString() }))
      else console.log(`${link}\n\nOpens once, until ${expiresAt.toString()}. Hand it over yourself.`)
      return 0
    })
  },
}

export const userOperator: Command = {
  name: 'user operator',
  usage: 'user operator --email ADDRESS [--end] [--json]',
  summary: 'Makes the account of an address an operator of every business, or ends that.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        email: { type: 'string' },
        end: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    const address = email.safeParse(values.email)
    if (!address.success) return usage(userOperator)
    return await withApp(async app => {
      const to = values.end ? 'none' : 'operator'
      const result = await app.modules.identity.users.setOperator(address.data, to)
      if (result === 'unknown') throw new Error(`There is no account with the address ${address.data}.`)
      if (values.json) console.log(JSON.stringify({ email: address.data, operator: !values.end }))
      else console.log(values.end ? 'No longer an operator.' : 'An operator, once a second factor is set up.')
      return 0
    })
  },
}

export const userResetSecondFactor: Command = {
  name: 'user reset-second-factor',
  usage: 'user reset-second-factor --email ADDRESS [--json]',
  summary: 'Takes a lost second factor away and ends every session of the account; the password stays.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: { email: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const address = email.safeParse(values.email)
    if (!address.success) return usage(userResetSecondFactor)
    return await withApp(async app => {
      const result = await app.modules.identity.users.resetSecondFactor(address.data)
      if (result === 'unknown') throw new Error(`There is no account with the address ${address.data}.`)
      if (values.json) console.log(JSON.stringify({ email: address.data, second_factor: false }))
      else console.log('The password alone opens the account now; every session has ended.')
      return 0
    })
  },
}

function usage(command: Command): number {
  console.error(`askpro ${command.usage}`)
  return 2
}
