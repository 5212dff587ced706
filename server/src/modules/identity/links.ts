/** Addresses of the web application that letters lead to. The token is behind `#`: it never reaches a log of a server. */
export function invitationLink(publicUrl: string, token: string): string {
  return pageOf(publicUrl, 'invitation', token)
}

export function resetLink(publicUrl: string, token: string): string {
  return pageOf(publicUrl, 'new-password', token)
}

export function verificationLink(publicUrl: string, token: string): string {
  return pageOf(publicUrl, 'verified', token)
}

function pageOf(publicUrl: string, page: string, token: string): string {
  return `${publicUrl.replace(/\/$/, '')}/app/${page}#${encodeURIComponent(token)}`
}
