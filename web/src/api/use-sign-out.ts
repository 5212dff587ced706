import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { pb } from '../util/path-builder.ts'
import { client, rememberCsrfToken, unwrap } from './client.ts'

/** Ends the session and leaves for the login with nothing of this business kept. @throws Problem */
export const useSignOut = () => {
  const queryClient = useQueryClient()
  const router = useRouter()
  return async () => {
    await unwrap(client.DELETE('/api/v1/session'))
    await router.navigate(pb.login())
    rememberCsrfToken(null)
    queryClient.clear()
  }
}
