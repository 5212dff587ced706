import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core'
import type { Plugin } from 'vite'
import { theme } from './src/ui/theme.ts'

const ADDRESS = 'virtual:theme.css'
const RESOLVED = '\0virtual:theme.css'

/**
 * Serves the theme's variables as a stylesheet, `virtual:theme.css`. Mantine would write them into a `<style>`
 * element while it runs, which `style-src 'self'` refuses.
 */
export const themeStylesheet = (): Plugin => ({
  name: 'theme-stylesheet',
  resolveId: id => (id === ADDRESS ? RESOLVED : undefined),
  load: id => (id === RESOLVED ? renderTheme() : undefined),
})

const renderTheme = () => {
  const variables = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme))
  return `@layer mantine, theme;\n@layer theme {\n${convertCssVariables(variables, ':root') ?? ''}\n}\n`
}
