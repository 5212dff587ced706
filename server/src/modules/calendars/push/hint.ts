import { z } from 'zod'

/** What is kept of a provider's word that something has changed. `is_over`: its channel ends or has ended. */
export const storedHint = z.object({ tenant_id: z.uuid(), link_id: z.uuid(), is_over: z.boolean() })
export type Hint = z.infer<typeof storedHint>

/** Notifications of Graph, of changes and of what becomes of a subscription. */
export const microsoftNotifications = z.object({
  value: z
    .array(
      z.object({
        subscriptionId: z.string().min(1).max(200),
        clientState: z.string().max(200).default(''),
        lifecycleEvent: z.string().max(100).optional(),
      }),
    )
    .min(1)
    .max(1000),
})
