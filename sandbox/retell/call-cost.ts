import type { PhoneCallResponse } from 'retell-sdk/resources/call'

/** US cents per second of connected time, as the price list of 2026 gives them per minute. */
const UNIT_PRICES = {
  retell_voice_infra: 5.5 / 60,
  platform_tts: 1.5 / 60,
  gpt_4_1: 4.5 / 60,
} as const

/** What a connected call cost, in US cents; begun seconds count. */
export function callCost(durationMs: number): PhoneCallResponse.CallCost {
  const seconds = Math.max(1, Math.ceil(durationMs / 1000))
  const productCosts = Object.entries(UNIT_PRICES).map(([product, price]) => ({
    product,
    unit_price: rounded(price, 6),
    cost: rounded(price * seconds, 4),
  }))
  return {
    product_costs: productCosts,
    total_duration_seconds: seconds,
    total_duration_unit_price: rounded(total(Object.values(UNIT_PRICES)), 6),
    combined_cost: rounded(total(productCosts.map(({ cost }) => cost)), 4),
  }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
