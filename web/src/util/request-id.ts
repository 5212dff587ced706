/** What the server accepts as a request id; anything else cannot have been one. */
export const isRequestId = (text: string): boolean => /^[A-Za-z0-9._-]{8,64}$/.test(text)
