/** A key by which the server knows a wish again, however often it is sent. */
export const newWishKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
