import { Button, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'

type Props = {
  children: ReactNode
  /** What it acts on, for whoever cannot see what it stands beside. */
  subject?: string | undefined
  /** Why it cannot be done now; null when it can. */
  refusal: string | null
  icon?: ReactNode
  pending?: boolean
  onClick: () => void
}

/** A button that stays where it is when it may not be used, and says why. */
export const ActionButton = ({ children, subject, refusal, icon, pending = false, onClick }: Props) => (
  <Button
    variant="default"
    size="sm"
    leftSection={icon}
    loading={pending}
    aria-disabled={refusal !== null}
    data-disabled={refusal !== null}
    title={refusal ?? undefined}
    onClick={() => refusal === null && onClick()}
  >
    {children}
    {subject !== undefined && <VisuallyHidden>: {subject}</VisuallyHidden>}
    {refusal !== null && <VisuallyHidden> ({refusal})</VisuallyHidden>}
  </Button>
)
