import { useNavigate } from '@tanstack/react-router'
import { RequestForm } from '../../forms/request-form.tsx'
import { words } from '../../text/words.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { pb } from '../../util/path-builder.ts'
import { SystemTabs } from '../system-tabs.tsx'

/** Where someone comes with a request id that somebody else has quoted. */
export const RequestsPage = () => {
  const navigate = useNavigate()
  return (
    <>
      <SystemTabs />
      <PageHeader title={words.requests.title} lead={words.requests.lead} />
      <Panel title={words.requests.search}>
        <RequestForm onSubmit={requestId => void navigate(pb.request(requestId))} />
      </Panel>
    </>
  )
}
