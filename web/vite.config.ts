import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { themeStylesheet } from './theme-stylesheet.ts'

export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react(), themeStylesheet()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Inlined assets would be data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:8080' },
  },
})
