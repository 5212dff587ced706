import { client, unwrap } from '../../api/client.ts'
import { topics } from '../../api/queries.ts'
import { useAction } from '../../table/use-action.ts'
import { words } from '../../text/words.ts'

/** Begins to make a version the one that speaks. */
export const usePublish = () => {
  const { result, pending, start } = useAction(topics.receptionist)
  const publish = (versionId: string) =>
    start(async () => {
      await unwrap(client.POST('/api/v1/receptionist/publications', { body: { version_id: versionId } }))
      return { went: 'well', text: words.telephone.receptionist.started }
    })
  return { result, pending, publish }
}
