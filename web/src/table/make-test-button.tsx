import { Button } from '@mantine/core'
import { IconTestPipe } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { client, unwrap } from '../api/client.ts'
import { problemOf } from '../api/problem.ts'
import { problemText } from '../text/problem-text.ts'
import { words } from '../text/words.ts'
import { noticeFailure } from '../ui/notices.tsx'
import { saveFile } from '../util/save-file.ts'

/** Saves a recorded call as a script that `askpro call simulate` holds again. */
export const MakeTestButton = ({ callId }: { callId: string }) => {
  const save = useMutation({
    mutationFn: () =>
      unwrap(client.GET('/api/v1/calls/{id}/caller-script', { params: { path: { id: callId } } })),
    onSuccess: script => saveFile(`${script.id}.json`, `${JSON.stringify(script, null, 2)}\n`),
    onError: error => {
      const problem = problemOf(error)
      const message = problem.status === 409 ? words.call.makeTestRefused : problemText(problem)
      void noticeFailure(message)
    },
  })
  return (
    <Button
      variant="light"
      size="sm"
      leftSection={<IconTestPipe size={16} />}
      loading={save.isPending}
      title={words.call.makeTestText}
      onClick={() => save.mutate()}
    >
      {words.call.makeTest}
    </Button>
  )
}
