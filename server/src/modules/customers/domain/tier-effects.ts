/** What belonging to a tier changes for a customer. */
export type VipTier = {
  readonly extraHorizonDays: number
  readonly waivesNotice: boolean
  readonly waitlistPriority: number
}

export type TierEffects = {
  /** Days further ahead than a service's own horizon. */
  readonly extraHorizonDays: number
  /** `waived`: a start may be as soon as it is free. */
  readonly notice: 'kept' | 'waived'
  /** Higher is asked first. */
  readonly waitlistPriority: number
}

/** The one place that says what a tier does. Without a tier, or for somebody unknown, nothing. */
export function tierEffects(tier: VipTier | null): TierEffects {
  if (tier === null) return { extraHorizonDays: 0, notice: 'kept', waitlistPriority: 0 }
  return {
    extraHorizonDays: tier.extraHorizonDays,
    notice: tier.waivesNotice ? 'waived' : 'kept',
    waitlistPriority: tier.waitlistPriority,
  }
}
