import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { prefetched, requireStarted } from './prefetch.ts'

test('navigation goes on when everything has answered, also with a refusal', async () => {
  await expect(prefetched(Promise.resolve(1), Promise.reject(new Error('no')))).resolves.toHaveLength(2)
})

test('navigation does not wait for an answer that never comes', async () => {
  await expect(prefetched(new Promise(() => {}))).resolves.toBeUndefined()
})

test('a page whose loader forgot a query says which', () => {
  expect(() => requireStarted(new QueryClient(), ['calls', 'recent'])).toThrow('["calls","recent"]')
})

test('a query that is on its way is no mistake', () => {
  const queryClient = new QueryClient()
  void queryClient.prefetchQuery({ queryKey: ['calls'], queryFn: () => new Promise(() => {}) })
  expect(() => requireStarted(queryClient, ['calls'])).not.toThrow()
})

test('a query that has failed is no mistake either', async () => {
  const queryClient = new QueryClient()
  const queryFn = () => Promise.reject(new Error('no'))
  await queryClient.prefetchQuery({ queryKey: ['calls'], queryFn, retry: false })
  expect(() => requireStarted(queryClient, ['calls'])).not.toThrow()
})
