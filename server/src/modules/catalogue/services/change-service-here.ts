import type { Tx } from '../../../platform/db/database.ts'
import type { ServiceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { createCalendarNews } from '../calendar-news.ts'
import { readPlace } from '../resources/place.ts'
import { changeService, type ServiceRefusal } from './change-service.ts'
import type { ServiceWish } from './service.ts'

/** Changes a service of the one location there is, and tells whoever draws or offers it. */
export function changeServiceHere(platform: Platform) {
  const news = createCalendarNews(platform)
  return async (
    tx: Tx,
    id: ServiceId,
    wish: Partial<ServiceWish>,
  ): Promise<{ kind: 'changed' } | ServiceRefusal> => {
    const { locationId } = await readPlace(tx)
    const changed = await changeService(tx, { locationId, id, version: null }, wish)
    if (changed.kind === 'changed') await news.opened(tx, id)
    return changed
  }
}
