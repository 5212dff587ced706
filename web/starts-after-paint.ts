import type { Plugin } from 'vite'

/**
 * Has the browser fetch the application's script behind what it draws first with, and not run it:
 * `public/before-paint.js` begins it once the page's first picture stands, part after part. A module script would run
 * before anything is painted where it arrives early, and take the line from the stylesheet where that is slow.
 */
export const startsAfterPaint = (): Plugin => ({
  name: 'starts-after-paint',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: html => {
      const entry = /<script type="module" crossorigin src="([^"]+)"><\/script>\s*/
      const src = entry.exec(html)?.[1]
      if (src === undefined) throw new Error('index.html has no module script.')
      return html
        .replace(entry, '')
        .replace(/(\s*)<\/head>/, `$1  <link rel="modulepreload" crossorigin href="${src}">$&`)
        .replaceAll('<link rel="modulepreload"', '$& fetchpriority="low"')
    },
  },
})
