/** Passkeys as browsers make and use them. The library that would do this is one JSON format that browsers read now. */

export const knowsPasskeys = () =>
  typeof PublicKeyCredential === 'function' && 'parseCreationOptionsFromJSON' in PublicKeyCredential

/** An address without a name, such as 127.0.0.1: browsers have no passkeys for it. */
export const isNameless = (hostname: string) => /^[\d.]+$|:/.test(hostname)

/** Asks the device for a new key. @throws DOMException when nobody wants, or the device has one already. */
export const makeDeviceKey = async <Body>(options: Record<string, unknown>): Promise<Body> => {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  )
  return written(await navigator.credentials.create({ publicKey }))
}

/** Asks the device to sign with a key that it has for this address. @throws DOMException as above. */
export const signWithDevice = async <Body>(options: Record<string, unknown>): Promise<Body> => {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  )
  return written(await navigator.credentials.get({ publicKey }))
}

/** Without what browsers leave empty, and without extensions, of which the server wants none. */
const written = <Body>(credential: Credential | null): Body => {
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('No key.', 'NotAllowedError')
  const { clientExtensionResults: _extensions, ...told } = credential.toJSON()
  return JSON.parse(JSON.stringify(told, (_key, value) => value ?? undefined))
}
