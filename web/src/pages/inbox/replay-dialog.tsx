import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

type Props = { ids: string[]; onConfirm: () => void; onClose: () => void }

export const ReplayDialog = ({ ids, onConfirm, onClose }: Props) => {
  const { counted } = useFormats()
  return (
    <ConfirmDialog
      title={counted(ids.length, words.inbox.replayTitle)}
      text={words.inbox.replayText}
      confirm={words.inbox.replay}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  )
}
