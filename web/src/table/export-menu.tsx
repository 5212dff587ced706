import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { download } from '../api/download.ts'
import { problemOf } from '../api/problem.ts'
import { problemText } from '../text/problem-text.ts'
import { words } from '../text/words.ts'
import { noticeFailure } from '../ui/notices.tsx'

const formats = ['csv', 'xlsx'] as const

type Props = { path: string; query: Record<string, string>; name: string }

/** What a list shows, as a file. */
export const ExportMenu = ({ path, query, name }: Props) => {
  const text = words.insight.files
  const [pending, setPending] = useState(false)
  const save = async (format: (typeof formats)[number]) => {
    setPending(true)
    const address = `${path}?${new URLSearchParams({ ...query, format })}`
    await download(address, `${name}.${format}`).catch(error => {
      const problem = problemOf(error)
      const message = problem.type?.endsWith('/export-too-long') ? text.tooLong : problemText(problem)
      void noticeFailure(message)
    })
    setPending(false)
  }
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" loading={pending} leftSection={<IconDownload size={18} stroke={1.75} />}>
          {text.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(format => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {text[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
