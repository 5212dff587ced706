import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ownSessionsQuery } from '../../api/account-queries.ts'
import { client, unwrap } from '../../api/client.ts'
import type { OpenSession } from '../../api/contract.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import styles from './own-page.module.css'

/** Where one is logged in; any but this one can be ended. */
export const OwnSessions = ({ items }: { items: OpenSession[] }) => {
  const { time } = useFormats()
  const queryClient = useQueryClient()
  const end = useMutation({
    mutationFn: (id: string) =>
      unwrap(client.DELETE('/api/v1/profile/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ownSessionsQuery().queryKey }),
  })
  return (
    <ul>
      {items.map(item => (
        <li key={item.id} className={styles.row}>
          <span className={styles.what}>{item.browser ?? '–'}</span>
          <span className={styles.more}>
            {item.address} · {words.access.own.since} {time.moment(item.since)}
            {item.current && ` · ${words.access.own.thisOne}`}
          </span>
          {!item.current && (
            <Button variant="default" size="xs" onClick={() => end.mutate(item.id)}>
              {words.access.own.end}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
