import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const PICTURES = process.env.PICTURES_DIR

export type OpenBrowser = {
  /** A fresh visitor: no cookie, nothing stored, a German browser unless told otherwise. */
  visit(options?: BrowserContextOptions): Promise<Page>
  /** What any page has reported as an error so far. */
  readonly problems: string[]
  close(): Promise<void>
}

export const PHONE = { width: 390, height: 844 }
const WIDE = { width: 1440, height: 900 }

/** @throws Error when there is no Chromium, because a skipped browser test is one that cannot fail. */
export async function openBrowser(): Promise<OpenBrowser> {
  if (!existsSync(CHROMIUM)) throw new Error(`There is no Chromium at ${CHROMIUM}.`)
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const problems: string[] = []
  return {
    problems,
    visit: async options => {
      const page = await browser.newPage({
        viewport: WIDE,
        locale: 'de-DE',
        timezoneId: 'Europe/Berlin',
        ...options,
      })
      page.on('pageerror', error => problems.push(error.message))
      page.on('console', message => {
        // Before the login the page asks who is logged in, and hears that nobody is.
        const expected = /status of 401/.test(message.text())
        if (message.type() === 'error' && !expected)
          problems.push(`${message.text()} ${message.location().url}`)
      })
      return page
    },
    close: () => browser.close(),
  }
}

/** For the guide: the upper part of a part of the page, which stays small. */
export async function pictureOf(
  part: Locator,
  { name, height }: { name: string; height: number },
): Promise<void> {
  if (!PICTURES) return
  await part.page().waitForTimeout(800)
  const box = await part.boundingBox()
  if (!box) throw new Error(`There is nothing to be seen for ${name}.`)
  const clip = { ...box, height: Math.min(box.height, height) }
  await part.page().screenshot({ path: join(PICTURES, `${name}.png`), clip })
}

/** For the documents: after what arrives has moved in. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  await page.waitForTimeout(800)
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}
