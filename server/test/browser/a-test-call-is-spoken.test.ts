import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { type OpenBrowser, openBrowser } from './open-browser.ts'

let product: TestProduct
let browser: OpenBrowser

beforeAll(async () => {
  product = await startProduct({ web: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** A browser's ear that hears one sentence, and a voice that remembers what it read aloud. */
const HEARS = `
  window.readAloud = []
  window.SpeechRecognition = class {
    start() {
      setTimeout(() => {
        this.onresult({ results: [[{ transcript: 'Ich hätte gern einen Termin' }]] })
        this.onend()
      }, 50)
    }
    abort() { this.onend() }
  }
  window.speechSynthesis.speak = speech => window.readAloud.push([speech.lang, speech.text])
`
const DEAF = 'delete window.SpeechRecognition; delete window.webkitSpeechRecognition'

async function dialled(browserHas: string): Promise<Page> {
  const page = await browser.visit()
  await page.addInitScript(browserHas)
  await page.goto(`${product.url}/app/`)
  await page.getByRole('button', { name: /Salon Morgenrot/ }).click()
  await page.getByRole('link', { name: 'Testanruf' }).first().click()
  await page.getByRole('button', { name: /Anrufen|Test starten/ }).click()
  await page.getByText('einer KI').first().waitFor()
  return page
}

describe('A test call', () => {
  test('is spoken and read aloud where the browser can, and saved as a test once it is over', async () => {
    const page = await dialled(HEARS)
    await page.getByRole('button', { name: 'Vorlesen' }).click()
    await page.getByRole('button', { name: 'Sprechen', exact: true }).click()
    await page.getByText('Ich hätte gern einen Termin').first().waitFor()
    const readAloud = () => page.evaluate<string[][]>('window.readAloud')
    await expect.poll(readAloud).toHaveLength(1)
    expect((await readAloud())[0]).toEqual(['de-DE', expect.stringMatching(/\?$/)])
    await page.getByRole('button', { name: 'Auflegen' }).click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Als Test speichern' }).click()
    const script = JSON.parse(await readFile(await (await saved).path(), 'utf8'))
    expect(script).toMatchObject({ world: 'salon', caller: { says_first: 'Ich hätte gern einen Termin' } })
    expect(script.caller.quirks.at(-1)).toEqual({ on: 'any', nth: 2, do: 'hang_up' })
    expect(browser.problems).toEqual([])
  })

  test('says that it can only be written to where the browser cannot listen', async () => {
    const page = await dialled(DEAF)
    await page.getByText('Ihr Browser kann nicht zuhören. Schreiben Sie einfach.').waitFor()
    expect(await page.getByRole('button', { name: 'Sprechen', exact: true }).count()).toBe(0)
  })
})
