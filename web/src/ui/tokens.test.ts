import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

const colours = (selector: string) => {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  )
}

const themes = { light: colours(':root'), dark: colours(':root[data-mantine-color-scheme="dark"]') }

const luminance = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string) => {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['canvas', 'canvas-side', 'surface', 'surface-sunken', 'surface-hover']
const inks = ['ink', 'ink-muted', 'ink-faint', 'accent', 'live-ink', 'positive', 'caution', 'critical']
const pairs = [
  ...inks.flatMap(ink => grounds.map(ground => [ink, ground])),
  ['accent-strong', 'accent-soft'],
  ['live-ink', 'live-soft'],
  ['positive', 'positive-soft'],
  ['caution', 'caution-soft'],
  ['critical', 'critical-soft'],
  ['notice', 'notice-soft'],
  ['on-accent', 'accent'],
  ['ink', 'bubble'],
]

test.each(Object.entries(themes))('the %s theme has every colour of the other', (_, colour) => {
  expect(Object.keys(colour)).toEqual(Object.keys(themes.light))
})

// WCAG 2.1, success criterion 1.4.3: 4.5 to 1 for text of any size.
test.each(Object.keys(themes).flatMap(theme => pairs.map(([ink, ground]) => [theme, ink, ground] as const)))(
  'in the %s theme %s can be read on %s',
  (theme, ink = '', ground = '') => {
    const colour = theme === 'dark' ? themes.dark : themes.light
    expect(contrast(colour[ink] ?? '', colour[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  },
)
