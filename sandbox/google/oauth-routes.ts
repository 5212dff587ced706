import { z } from 'zod'
import { consentPage } from '../consent-page.ts'
import type { WebServer } from '../web-server.ts'
import { type Client, TokenError, type Tokens } from './tokens.ts'

const AuthorizeQuery = z.looseObject({
  client_id: z.string(),
  redirect_uri: z.url(),
  response_type: z.literal('code'),
  scope: z.string(),
  state: z.string().optional(),
  access_type: z.enum(['offline', 'online']).default('online'),
  code_challenge: z.string().optional(),
  code_challenge_method: z.literal('S256').optional(),
  login_hint: z.string().optional(),
  /** Not Google's: which account the person in front of the browser chose, or `nobody`. */
  chosen: z.string().optional(),
})

/** The consent page, which lists the accounts, and the endpoints for tokens. */
export function registerOauthRoutes(
  server: WebServer,
  { tokens, client, emails }: { tokens: Tokens; client: Client; emails: () => string[] },
): void {
  server.get('/o/oauth2/v2/auth', { schema: { querystring: AuthorizeQuery } }, async (request, reply) => {
    const { query } = request
    if (query.client_id !== client.id)
      return reply.code(401).send({ error: 'The OAuth client was not found.' })
    if (query.chosen === undefined) return reply.type('text/html').send(consentPage(request.url, emails()))
    const back = new URL(query.redirect_uri)
    if (query.state !== undefined) back.searchParams.set('state', query.state)
    if (query.chosen === 'nobody') back.searchParams.set('error', 'access_denied')
    else {
      const challenge = query.code_challenge ?? null
      const scopes = query.scope.split(' ')
      const code = tokens.makeCode({
        ...{ email: query.chosen, scopes, challenge },
        redirectUri: query.redirect_uri,
      })
      back.searchParams.set('code', code)
      back.searchParams.set('scope', query.scope)
    }
    return reply.redirect(back.href)
  })

  server.post('/token', async (request, reply) => {
    try {
      const audience = `${request.protocol}://${request.host}/token`
      return tokens.exchange(request.body as Record<string, string>, audience)
    } catch (error) {
      if (!(error instanceof TokenError)) throw error
      return reply.code(error.status).send({ error: error.error, error_description: error.message })
    }
  })

  server.post('/revoke', async (request, reply) => {
    const { token = '' } = { ...(request.body as Record<string, string>), ...(request.query as object) }
    return tokens.revoke(token)
      ? {}
      : reply.code(400).send({ error: 'invalid_token', error_description: 'Token expired or revoked' })
  })
}
