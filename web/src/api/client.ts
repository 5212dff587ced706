import createClient from 'openapi-fetch'
import { currentLanguage } from '../text/language.ts'
import { askedBefore } from './asked-before.ts'
import type { ProblemBody, paths } from './contract.ts'
import { Problem, problemOf } from './problem.ts'

const ANSWER_WITHIN_MS = 20_000

let csrfToken: string | null = null

/** Every later request that changes something carries this token. */
export const rememberCsrfToken = (token: string | null) => {
  csrfToken = token
}

export const client = createClient<paths>({
  credentials: 'same-origin',
  fetch: request => askedBefore(request) ?? fetch(request, { signal: within(request.signal) }),
})

client.use({
  onRequest: ({ request }) => {
    request.headers.set('accept-language', currentLanguage())
    if (csrfToken !== null && request.method !== 'GET') request.headers.set('x-csrf-token', csrfToken)
    return request
  },
})

type Answer<Body> = { data?: Body; error?: unknown; response: Response }

/**
 * The body of a successful answer.
 * @throws Problem for a refusal, a network failure, or no answer within 20 seconds.
 */
export const unwrap = async <Body>(pending: Promise<Answer<Body>>): Promise<Body> => {
  const answer = await pending.catch(error => {
    throw problemOf(error)
  })
  if (!answer.response.ok) throw refusal(answer)
  return answer.data as Body
}

const refusal = ({ error, response }: Answer<unknown>) =>
  new Problem({
    status: response.status,
    body: isObject(error) ? error : {},
    requestId: response.headers.get('x-request-id'),
  })

const isObject = (value: unknown): value is ProblemBody => typeof value === 'object' && value !== null

const within = (signal: AbortSignal) => AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)])
