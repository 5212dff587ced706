import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../api/problem.ts'
import type { Result } from './action-result.tsx'

/**
 * Something that changes entries of a list: does it, says what came of it, and has the list read again, also after a
 * failure, because part of it may have happened.
 */
export const useAction = (topic: string) => {
  const [result, setResult] = useState<Result | null>(null)
  const queryClient = useQueryClient()
  const mutation = useMutation({
    mutationFn: (act: () => Promise<Result>) => act(),
    onMutate: () => setResult(null),
    onSuccess: setResult,
    onError: error => setResult({ went: 'wrong', problem: problemOf(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [topic] }),
  })
  return { result, pending: mutation.isPending, start: mutation.mutate }
}
