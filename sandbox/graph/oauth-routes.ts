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
  code_challenge: z.string().optional(),
  code_challenge_method: z.literal('S256').optional(),
  /** Not Microsoft's: which account the person in front of the browser chose, or `nobody`. */
  chosen: z.string().optional(),
})
const ByDirectory = z.object({ directory: z.string() })

/** The consent page, which lists the mailboxes, and the endpoint for tokens. */
export function registerOauthRoutes(
  server: WebServer,
  { tokens, client, mailboxes }: { tokens: Tokens; client: Client; mailboxes: () => string[] },
): void {
  server.get(
    '/:directory/oauth2/v2.0/authorize',
    { schema: { params: ByDirectory, querystring: AuthorizeQuery } },
    async (request, reply) => {
      const { query } = request
      if (query.client_id !== client.id) return reply.code(400).send({ error: 'AADSTS700016' })
      if (query.chosen === undefined)
        return reply.type('text/html').send(consentPage(request.url, mailboxes()))
      const back = new URL(query.redirect_uri)
      if (query.state !== undefined) back.searchParams.set('state', query.state)
      if (query.chosen === 'nobody') back.searchParams.set('error', 'access_denied')
      else
        back.searchParams.set(
          'code',
          tokens.makeCode({
            ...{ mailbox: query.chosen, scopes: query.scope.split(' ') },
            ...{ challenge: query.code_challenge ?? null, redirectUri: query.redirect_uri },
          }),
        )
      return reply.redirect(back.href)
    },
  )

  server.post(
    '/:directory/oauth2/v2.0/token',
    { schema: { params: ByDirectory } },
    async (request, reply) => {
      try {
        return tokens.exchange(request.params.directory, request.body as Record<string, string>)
      } catch (error) {
        if (!(error instanceof TokenError)) throw error
        const { status, error: word, message, number } = error
        return reply.code(status).send({ error: word, error_description: message, error_codes: [number] })
      }
    },
  )
}
