import { IconMapQuestion } from '@tabler/icons-react'
import { words } from '../text/words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { pb } from '../util/path-builder.ts'
import { LinkButton } from './link-button.tsx'

export const NotFoundPage = () => (
  <>
    <PageHeader title={words.notFound.title} />
    <EmptyState
      icon={<IconMapQuestion />}
      size="large"
      title={words.notFound.text}
      action={<LinkButton {...pb.today()}>{words.notFound.home}</LinkButton>}
    />
  </>
)
