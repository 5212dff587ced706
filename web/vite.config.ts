import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressedFiles } from './compressed-files.ts'
import { startsAfterPaint } from './starts-after-paint.ts'
import { themeStylesheet } from './theme-stylesheet.ts'

/** Lists that open, and how they find their place. */
const MENUS =
  /node_modules\/(@floating-ui|react-remove-scroll|@mantine\/core\/esm\/(components\/(Menu|Popover)|utils\/Floating))/
/** Not what one page alone draws with. */
const OF_MANY_PAGES = /node_modules\/(?!uqr\/)/

export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react(), themeStylesheet(), startsAfterPaint(), compressedFiles()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Inlined assets would be data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Left alone, every icon and every shared file becomes a request of its own.
        codeSplitting: {
          groups: [
            {
              name: 'framework',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack|openapi-fetch)\//,
              tags: ['$initial'],
            },
            { name: 'toolkit', test: /node_modules\//, tags: ['$initial'] },
            { name: 'office', test: /src\//, tags: ['$initial'] },
            // The login with all it needs, and nothing else of what pages share.
            { name: 'entrance', test: /src\/pages\/login\// },
            // What the pages behind the first screen share.
            { name: 'notices', test: /node_modules\/(@mantine\/notifications|react-transition-group)\// },
            { name: 'menus', test: MENUS },
            { name: 'toolkit-of-pages', test: OF_MANY_PAGES },
            { name: 'english', test: /src\/text\/en\b/ },
            { name: 'office-of-pages', test: /src\/(api|table|text|ui|util)\// },
          ],
        },
      },
    },
  },
  server: {
    // With the page's own Host: the server compares it with the Origin.
    proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } },
  },
})
