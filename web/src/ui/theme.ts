import { createTheme, type MantineColorsTuple } from '@mantine/core'

const petrol: MantineColorsTuple = [
  '#e9f4f4',
  '#d2e7e8',
  '#a7d1d3',
  '#7bbabe',
  '#55a4a9',
  '#338a91',
  '#1b737b',
  '#0f5e67',
  '#0b4a52',
  '#07363d',
]

const sand: MantineColorsTuple = [
  '#f8f7f4',
  '#f1efeb',
  '#e6e3dd',
  '#d8d4cc',
  '#bfbab0',
  '#8f897e',
  '#6a655c',
  '#4f4b45',
  '#35322e',
  '#1f1d1a',
]

const night: MantineColorsTuple = [
  '#e5eaea',
  '#bcc6c7',
  '#93a0a2',
  '#6c797b',
  '#3d494c',
  '#2b3538',
  '#222b2d',
  '#1a2123',
  '#141a1c',
  '#0e1314',
]

/** The toolkit's half of the design. The other half, what our own styles use, is `tokens.css`. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, gray: sand, dark: night },
  black: '#1f1d1a',
  fontFamily:
    "Inter, 'Inter Fallback', ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.35' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.625rem', lg: '0.875rem', xl: '1.25rem' },
  defaultRadius: 'md',
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  headings: { fontWeight: '600' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md', fz: 'sm', fw: 600 } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, transitionProps: { duration: 120 } } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Menu: { defaultProps: { shadow: 'lg', radius: 'md', transitionProps: { duration: 120 } } },
  },
})
