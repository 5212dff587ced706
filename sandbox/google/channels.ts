import type { Notifier } from '../notifier.ts'
import { GoogleError } from './google-error.ts'

type Channel = {
  readonly id: string
  readonly resourceId: string
  readonly calendarId: string
  readonly email: string
  readonly address: string
  readonly token: string | null
  readonly expiration: number
  messages: number
}
type NewChannel = Omit<Channel, 'resourceId' | 'messages' | 'expiration'> & { expiration: number | undefined }

const WEEK_MS = 7 * 24 * 3_600_000

/** Watch channels: notifications without a body that say only that something has changed. */
export function createChannels({
  now,
  notifier,
  url,
}: {
  now: () => number
  notifier: Notifier
  url: () => string
}) {
  const channels = new Map<string, Channel>()

  const tell = (channel: Channel, state: 'sync' | 'exists'): void => {
    channel.messages += 1
    notifier.notify({
      address: channel.address,
      headers: {
        'x-goog-channel-id': channel.id,
        'x-goog-resource-id': channel.resourceId,
        'x-goog-resource-state': state,
        'x-goog-resource-uri': `${url()}/calendar/v3/calendars/${encodeURIComponent(channel.calendarId)}/events?alt=json`,
        'x-goog-message-number': String(channel.messages),
        'x-goog-channel-expiration': new Date(channel.expiration).toUTCString(),
        ...(channel.token === null ? {} : { 'x-goog-channel-token': channel.token }),
      },
      body: '',
    })
  }

  return {
    open(wanted: NewChannel): Channel {
      if (channels.has(wanted.id))
        throw new GoogleError(400, 'channelIdNotUnique', `Channel id ${wanted.id} not unique`)
      const channel: Channel = {
        ...wanted,
        expiration: Math.min(wanted.expiration ?? Number.POSITIVE_INFINITY, now() + WEEK_MS),
        resourceId: Buffer.from(`${wanted.email} ${wanted.calendarId}`).toString('base64url'),
        messages: 0,
      }
      channels.set(channel.id, channel)
      tell(channel, 'sync')
      return channel
    },
    stop(id: string, resourceId: string): void {
      if (channels.get(id)?.resourceId !== resourceId)
        throw new GoogleError(404, 'notFound', `Channel '${id}' not found for project`)
      channels.delete(id)
    },
    changed(calendarId: string): void {
      for (const channel of channels.values())
        if (channel.calendarId === calendarId && channel.expiration > now()) tell(channel, 'exists')
    },
    list: () => [...channels.values()].filter(({ expiration }) => expiration > now()),
  }
}

export type Channels = ReturnType<typeof createChannels>
