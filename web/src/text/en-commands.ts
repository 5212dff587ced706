import type { Words } from './de.ts'

export const enCommands: Words['commands'] = {
  palette: {
    open: 'Find a command',
    title: 'Where to, or what to do?',
    hint: 'Page, customer or action',
    pages: 'Pages',
    actions: 'Actions',
    customers: 'Customers',
    none: 'Nothing found.',
    count: { one: '# match', other: '# matches', zero: 'no matches' },
    book: 'New appointment',
    block: 'Block time',
    explain: 'Why is a time not free?',
    light: 'Light theme',
    dark: 'Dark theme',
    shortcuts: 'Show keyboard shortcuts',
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    andThen: 'then',
    or: 'or',
    control: 'Ctrl',
    palette: 'Find a command',
    help: 'This help',
    goTo: (page: string) => `To ${page}`,
    book: 'New appointment',
    singles: 'Use single keys',
    singlesHint: 'Off where an assistive technology or speech input sends letters to the page.',
  },
}
