import type { KeyRing } from '../../../../platform/crypto/key-ring.ts'
import type { VoiceConnection } from '../../connections.ts'

/**
 * The secret in the address of a connection's websocket: Retell sends no header and no signature there. Made of the
 * connection's id and the product's key, so it is stored nowhere and differs for each connection.
 */
function lineSecret(keys: KeyRing, connection: Pick<VoiceConnection, 'id'>): string {
  return keys.sign('voice-line', connection.id)
}

/** Compares in constant time. */
export function isLineSecret(
  keys: KeyRing,
  connection: Pick<VoiceConnection, 'id'>,
  secret: string,
): boolean {
  return keys.verify('voice-line', connection.id, secret)
}

/** What Retell is given as `llm_websocket_url`; it adds the call. A secret: never logged, never shown in a browser. */
export function lineUrl(
  publicUrl: string,
  keys: KeyRing,
  connection: Pick<VoiceConnection, 'id' | 'slug'>,
): string {
  const url = new URL(publicUrl.replace(/^http/, 'ws'))
  const path = ['voice', 'retell', encodeURIComponent(connection.slug), 'llm', lineSecret(keys, connection)]
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path.join('/')}`
  return url.href
}
