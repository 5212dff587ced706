import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressedFiles } from './compressed-files.ts'
import { themeStylesheet } from './theme-stylesheet.ts'

export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react(), themeStylesheet(), compressedFiles()],
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
            // What the pages behind the first screen share.
            { name: 'toolkit-of-pages', test: /node_modules\// },
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
