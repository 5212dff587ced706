import { ActionIcon, type ActionIconProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

type AnchorProps<Look> = Look & Omit<ComponentProps<'a'>, keyof Look>

/** A link that looks like a button. */
export const LinkButton = createLink((props: AnchorProps<ButtonProps>) => <Button component="a" {...props} />)

/** A link that looks like a button with nothing but a sign on it; needs an `aria-label`. */
export const LinkSign = createLink((props: AnchorProps<ActionIconProps>) => (
  <ActionIcon component="a" {...props} />
))
