import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startMail } from './mail/start-mail.ts'
import { startRetell } from './retell/start-retell.ts'

describe.each([
  ['retell', startRetell],
  ['mail', startMail],
])('the page of %s', (folder, start) => {
  test('it is served with a policy that allows no inline script', async () => {
    await using simulator = await start()
    const response = await fetch(simulator.url)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';")
  })

  test('it has no inline script, style or event attribute', async () => {
    const html = await readFile(join(import.meta.dirname, folder, 'page', 'index.html'), 'utf8')
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/)
  })

  test('every file it names is served', async () => {
    await using simulator = await start()
    const html = await (await fetch(simulator.url)).text()
    const scripts = await readdir(join(import.meta.dirname, folder, 'page'))
    const modules = await Promise.all(
      scripts
        .filter(file => file.endsWith('.js'))
        .map(file => readFile(join(import.meta.dirname, folder, 'page', file), 'utf8')),
    )
    const named = [html, ...modules].flatMap(text =>
      [...text.matchAll(/(?:href|src|from)[= ]['"](\/[\w.-]+)['"]/g)].map(([, path]) => path),
    )
    expect(named.length).toBeGreaterThan(3)
    for (const path of named) expect(await fetch(simulator.url + path)).toMatchObject({ status: 200 })
  })

  test('an unknown path is a 404 with a sentence', async () => {
    await using simulator = await start()
    const response = await fetch(`${simulator.url}/_control/nothing`)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ error: 'GET /_control/nothing does not exist here' })
  })
})
