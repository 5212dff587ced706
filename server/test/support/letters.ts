import type { TestProduct } from './test-product.ts'

/** Everything that was mailed to an address, newest last. */
export const lettersTo = (product: TestProduct, email: string) =>
  product.mail.messages().filter(mail => JSON.stringify(mail.to).includes(email))

/** What a link of a letter has behind its "#"; '' without a letter. */
export const tokenIn = (letter: { readonly text: string } | undefined): string =>
  decodeURIComponent(/#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '')
