/** For whom or what a link writes; null: for everybody, for everything. */
export type LinkScope = {
  readonly id: string
  readonly connectionId: string
  readonly resourceId: string | null
  readonly serviceId: string | null
}

/**
 * Which links an appointment is written through: of one connection one for each person at most, that for the service
 * rather than that for all services, and one for nobody in particular only where no person has one.
 */
export function linksFor<Link extends LinkScope>(
  links: readonly Link[],
  appointment: { readonly serviceId: string; readonly resourceIds: readonly string[] },
): Link[] {
  const fitting = links.filter(
    link =>
      (link.serviceId === null || link.serviceId === appointment.serviceId) &&
      (link.resourceId === null || appointment.resourceIds.includes(link.resourceId)),
  )
  return [...Map.groupBy(fitting, link => link.connectionId).values()].flatMap(ofConnection)
}

function ofConnection<Link extends LinkScope>(links: readonly Link[]): Link[] {
  const personal = links.filter(link => link.resourceId !== null)
  const chosen = personal.length > 0 ? personal : links
  return [...Map.groupBy(chosen, link => link.resourceId).values()].flatMap(
    same => same.toSorted(closestFirst)[0] ?? [],
  )
}

function closestFirst(one: LinkScope, other: LinkScope): number {
  const byService = Number(one.serviceId === null) - Number(other.serviceId === null)
  return byService !== 0 ? byService : one.id < other.id ? -1 : 1
}
