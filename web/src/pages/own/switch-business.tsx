import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { client, unwrap } from '../../api/client.ts'
import type { Session } from '../../api/contract.ts'
import { words } from '../../text/words.ts'
import { Panel } from '../../ui/panel.tsx'
import { pb } from '../../util/path-builder.ts'
import styles from './own-page.module.css'

/** For people who work with several businesses. Nothing of one is kept for the next. */
export const SwitchBusiness = ({ session }: { session: Session }) => {
  const queryClient = useQueryClient()
  const router = useRouter()
  const change = useMutation({
    mutationFn: (tenant: string) => unwrap(client.PATCH('/api/v1/session', { body: { tenant } })),
    onSuccess: async () => {
      queryClient.clear()
      await router.navigate(pb.today())
    },
  })
  return (
    <Panel title={words.access.own.businesses}>
      <ul>
        {session.tenants.map(({ slug, name }) => (
          <li key={slug} className={styles.row}>
            <span className={styles.what}>{name}</span>
            <Button
              variant="default"
              size="xs"
              disabled={slug === session.tenant.slug}
              onClick={() => change.mutate(slug)}
            >
              {words.access.own.businesses}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
