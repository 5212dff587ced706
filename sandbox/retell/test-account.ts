import Retell from 'retell-sdk'
import { type RetellSimulator, startRetell } from './start-retell.ts'
import { startTestProduct, TEST_KEY, type TestProduct } from './test-product.ts'

/** An account at Retell as the official SDK sees it, and the product that is called. */
export interface TestAccount extends AsyncDisposable {
  readonly product: TestProduct
  readonly retell: RetellSimulator
  /** Asks once: what the simulator refuses is refused to the test. */
  readonly sdk: Retell
}

export async function openTestAccount(): Promise<TestAccount> {
  const product = await startTestProduct()
  const retell = await startRetell({
    target: { productUrl: product.url, apiKey: TEST_KEY },
    retryDelaysMs: [1, 1, 1],
  })
  return {
    product,
    retell,
    sdk: new Retell({ apiKey: TEST_KEY, baseURL: retell.url, maxRetries: 0 }),
    async [Symbol.asyncDispose]() {
      await retell.close()
      await product[Symbol.asyncDispose]()
    },
  }
}
