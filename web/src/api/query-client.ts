import { QueryCache, QueryClient } from '@tanstack/react-query'
import { isUnauthenticated, problemOf } from './problem.ts'

type Options = { onSignedOut: () => void }

/** The cache of everything read. A session that ends while the office is open is reported once it is noticed. */
export const createOfficeQueryClient = ({ onSignedOut }: Options) =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: error => {
        if (isUnauthenticated(error)) onSignedOut()
      },
    }),
    defaultOptions: {
      queries: {
        // Live events say what is stale; this bounds what a lost one could cost.
        staleTime: 30_000,
        // A laptop without internet still reaches a server on itself, so the browser's word is not taken.
        networkMode: 'always',
        retry: (failures, error) => failures < 1 && isWorthRetrying(problemOf(error).status),
        retryDelay: 400,
      },
      mutations: { networkMode: 'always' },
    },
  })

const isWorthRetrying = (status: number) => status === 0 || status === 502 || status === 503 || status === 504
