import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { Problem, problemOf } from '../api/problem.ts'
import { RequestReference } from '../table/request-reference.tsx'
import { words } from '../text/words.ts'
import { PageHeader } from '../ui/page-header.tsx'
import styles from './error-page.module.css'

/** In place of a page that broke while it was drawn or while its session was read. */
export const ErrorPage = ({ error }: { error: unknown }) => {
  const { requestId, status } = problemOf(error)
  const unreachable = error instanceof Problem && status === 0
  return (
    <div className={styles.page}>
      <PageHeader
        title={words.problem.boundaryTitle}
        lead={unreachable ? words.problem.unreachable : words.problem.boundaryText}
      />
      {requestId !== null && (
        <p className={styles.request}>
          <RequestReference requestId={requestId} />
        </p>
      )}
      <Button leftSection={<IconRefresh size={18} />} onClick={() => window.location.reload()}>
        {words.problem.reload}
      </Button>
    </div>
  )
}

/** The same where there is no office around it. */
export const LoneErrorPage = ({ error }: { error: unknown }) => (
  <main>
    <ErrorPage error={error} />
  </main>
)
