import axe from 'axe-core'
import type { Page } from 'playwright-core'

const SETTLED = `Promise.allSettled(
  document.getAnimations()
    .filter(motion => motion.effect?.getComputedTiming().endTime !== Infinity)
    .map(motion => motion.finished)
)`

/**
 * What a page of the moment, or the part of it that `within` selects, makes hard for people who do not see it or do not
 * use a mouse: rule, and where.
 */
export async function accessibilityProblems(
  page: Page,
  within?: string,
  rules?: readonly string[],
): Promise<string[]> {
  // Colours on their way from one theme to the other are neither.
  await page.evaluate('new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
  await page.evaluate(SETTLED)
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate(
    `axe.run(${within ? JSON.stringify(within) : 'document'}, ${JSON.stringify(rules ? { runOnly: rules } : {})})`,
  )) as axe.AxeResults
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} ${node.html}`),
  )
}

/** The same in both themes; in dark only colours differ. The page is left in light. */
export async function accessibilityProblemsInBothThemes(page: Page, within?: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await accessibilityProblems(page, within, ['color-contrast'])
  await page.emulateMedia({ colorScheme: 'light' })
  return [...dark.map(problem => `dark: ${problem}`), ...(await accessibilityProblems(page, within))]
}

/** Whether something sticks out at the side, so that a phone has to be pushed about. */
export async function isTooWide(page: Page): Promise<boolean> {
  return await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
}
