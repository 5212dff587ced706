import Retell from 'retell-sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLine, type TestLine } from '../../../sandbox/retell/line/start-line.ts'
import { type RetellSimulator, startRetell } from '../../../sandbox/retell/start-retell.ts'
import { accessibilityProblems, isTooWide } from './accessibility.ts'
import { type OpenBrowser, openBrowser, PHONE } from './open-browser.ts'

const KEY = 'key_salon_demo_4f1c2b7a9d3e'
let line: TestLine
let retell: RetellSimulator
let sdk: Retell
let browser: OpenBrowser

beforeAll(async () => {
  line = await startLine()
  // Nobody is there for events: what is said does not depend on them.
  retell = await startRetell({
    target: { productUrl: 'http://127.0.0.1:9', apiKey: KEY },
    retryDelaysMs: [],
  })
  sdk = new Retell({ apiKey: KEY, baseURL: retell.url, maxRetries: 0 })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await retell?.close()
  await line?.[Symbol.asyncDispose]()
})

const newAgent = () =>
  sdk.agent.create({
    ...{ agent_name: 'Empfang am Morgen', voice_id: 'voice' },
    response_engine: { type: 'custom-llm', llm_websocket_url: `${line.url}/llm` },
  })

describe('A web call in the simulator’s page', () => {
  test('is made to one of the agents, and what is typed is answered', async () => {
    await newAgent()
    const page = await browser.visit()
    await page.goto(`${retell.url}/web-call.html`)
    await page.getByLabel('Agent').selectOption({ label: 'Empfang am Morgen' })
    await page.getByRole('button', { name: 'Anrufen' }).click()
    await page.getByText('Guten Tag.').waitFor()
    await page.getByLabel('Was Sie sagen').fill('Haben Sie morgen Zeit?')
    await page.getByRole('button', { name: 'Sagen' }).click()
    await page.getByText('Sie sagten: Haben Sie morgen Zeit?').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.setViewportSize(PHONE)
    expect(await isTooWide(page)).toBe(false)
    await page.getByRole('button', { name: 'Auflegen' }).click()
    await page.getByText('beendet · user_hangup').waitFor()
  })

  test('that a server has made is joined by its token, and the agent may end it', async () => {
    const { agent_id } = await newAgent()
    const { call_id, access_token } = await sdk.call.createWebCall({ agent_id })
    const page = await browser.visit()
    await page.goto(`${retell.url}/web-call.html#${call_id}.${access_token}`)
    await page.getByText('Guten Tag.').waitFor()
    await page.getByLabel('Was Sie sagen').fill('Tschüss')
    await page.keyboard.press('Enter')
    await page.getByText('beendet · agent_hangup').waitFor()
    expect(browser.problems).toEqual([])
  })
})
