import type { Tx } from '../../../platform/db/database.ts'
import type { CustomerId } from '../../../platform/ids/ids.ts'

/** What belongs to a customer and lives in another module, whose own code moves it. */
export type MergeFollower = {
  /** Stored in `customer_merge.moved`, so never renamed. */
  readonly name: string
  /** How many there are; nothing changes. */
  count(tx: Tx, customerId: CustomerId): Promise<number>
  /** Everything of one customer becomes another's. The ids of what moved, so that exactly that can go back. */
  move(tx: Tx, way: { from: CustomerId; to: CustomerId }): Promise<string[]>
  /** These, as far as they are still there, go back. */
  moveBack(tx: Tx, way: { ids: readonly string[]; from: CustomerId; to: CustomerId }): Promise<void>
}

/** Modules that use this one say what must follow a merged customer; it happens in the transaction of the merge. */
export function createMergeFollowers() {
  const followers: MergeFollower[] = []
  return {
    all: (): readonly MergeFollower[] => followers,
    add: (follower: MergeFollower): void => {
      if (followers.some(known => known.name === follower.name))
        throw new Error(`"${follower.name}" follows a merged customer already.`)
      followers.push(follower)
    },
  }
}

export type MergeFollowers = ReturnType<typeof createMergeFollowers>
