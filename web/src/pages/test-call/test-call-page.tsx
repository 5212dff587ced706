import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { callOfProviderQuery } from '../../api/queries.ts'
import { words } from '../../text/words.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { pb } from '../../util/path-builder.ts'
import { Chat } from './chat.tsx'
import { useConversation } from './conversation-context.tsx'
import { PlayRecording } from './play-recording.tsx'
import styles from './test-call-page.module.css'
import { WatchedCall } from './watched-call.tsx'

export type TestCallSearch = { tab?: 'recorded' | undefined; played?: string | undefined }

export const TestCallPage = () => {
  const { tab = 'write', played } = useSearch({ from: '/office/test-call' })
  const navigate = useNavigate()
  const { conversation } = useConversation()
  const playedCall =
    useQuery({ ...callOfProviderQuery(played ?? ''), enabled: played !== undefined }).data ?? null
  const watchedId = tab === 'recorded' ? (playedCall?.id ?? null) : conversation.callId
  const openRecorded = (id?: string) => void navigate({ ...pb.recordedCall(id), replace: true })
  const openWrite = () => void navigate({ ...pb.testCall(), replace: true })
  return (
    <>
      <PageHeader title={words.testCall.title} lead={words.testCall.lead} />
      <div className={styles.halves}>
        <Tabs
          className={styles.phone}
          value={tab}
          onChange={chosen => (chosen === 'recorded' ? openRecorded(played) : openWrite())}
          keepMounted={false}
        >
          <Tabs.List grow className={styles.tabs}>
            <Tabs.Tab value="write" className={styles.tab}>
              {words.testCall.tabWrite}
            </Tabs.Tab>
            <Tabs.Tab value="recorded" className={styles.tab}>
              {words.testCall.tabRecorded}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="write" className={styles.tabPanel}>
            <Chat />
          </Tabs.Panel>
          <Tabs.Panel value="recorded" className={styles.tabPanel}>
            <PlayRecording
              played={played ?? null}
              call={playedCall}
              onPlayed={openRecorded}
              onCleared={() => openRecorded()}
            />
          </Tabs.Panel>
        </Tabs>
        <WatchedCall callId={watchedId} key={watchedId} />
      </div>
    </>
  )
}
