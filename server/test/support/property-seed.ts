import fc from 'fast-check'

/**
 * Everybody's `npm test` tries the same, so that a test which fails has been broken by a change. Other seeds are tried
 * by `npm run verify -- properties`.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261128) })
