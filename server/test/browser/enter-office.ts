import type { BrowserContextOptions, Page } from 'playwright-core'
import type { TestProduct } from '../support/test-product.ts'
import type { OpenBrowser } from './open-browser.ts'

type Entry = { path: string; heading: string; business?: RegExp; options?: BrowserContextOptions }

/** Somebody who has logged in as the owner of a demo business and has gone to a page. */
export async function enterOffice(
  browser: OpenBrowser,
  product: TestProduct,
  { path, heading, business = /Salon Morgenrot/, options }: Entry,
): Promise<Page> {
  const page = await browser.visit(options)
  await page.goto(`${product.url}/app/`)
  await page.getByRole('button', { name: business }).click()
  await page
    .getByRole('link', { name: /^(Heute|Today)$/ })
    .first()
    .waitFor()
  await page.goto(`${product.url}/app${path}`)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  return page
}
