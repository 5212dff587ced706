export type HostCookie = { readonly name: string; readonly secure: boolean }

/**
 * How a cookie of ours is called and sent. Over https its name begins with `__Host-`: browsers then take it only from
 * this very host, over TLS, for all paths; a neighbouring subdomain cannot plant one (RFC 6265bis, 4.1.3.2). Over http,
 * as on localhost, browsers would refuse such a name, so it goes without, and without `Secure`.
 */
export function hostCookie(name: string, publicUrl: string): HostCookie {
  const secure = publicUrl.startsWith('https:')
  return { name: secure ? `__Host-${name}` : name, secure }
}
