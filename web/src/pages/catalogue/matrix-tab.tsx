import { useQuery } from '@tanstack/react-query'
import { allStaffQuery, catalogueServicesQuery, changeStaff } from '../../api/catalogue-queries.ts'
import type { BookableService, StaffMember } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useAction } from '../../table/use-action.ts'
import { words } from '../../text/words.ts'
import { Panel } from '../../ui/panel.tsx'
import styles from './catalogue.module.css'

/** Who does what: a tick is saved at once. */
export const MatrixTab = () => {
  const mayManage = useSession().permissions.includes('business')
  const services = useQuery(catalogueServicesQuery('active'))
  const staff = useQuery(allStaffQuery()).data?.filter(({ active }) => active) ?? []
  const { result, pending, start } = useAction(topics.catalogue)
  const toggle = (person: StaffMember, service: BookableService) => {
    const own = person.services.map(({ id }) => id)
    const wanted = own.includes(service.id) ? own.filter(id => id !== service.id) : [...own, service.id]
    start(async () => {
      await changeStaff(person, { service_ids: wanted })
      return { went: 'well', text: words.sheet.saved }
    })
  }
  return (
    <Panel title={words.catalogue.tab.matrix}>
      <QueryState query={services}>
        {items => (
          <div className={styles.scroller}>
            <table className={styles.matrix}>
              <thead>
                <tr>
                  <th scope="col">{words.explain.service}</th>
                  {staff.map(({ id, name }) => (
                    <th scope="col" key={id}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map(service => (
                  <tr key={service.id}>
                    <th scope="row">{service.name}</th>
                    {staff.map(person => (
                      <td key={person.id}>
                        <input
                          className={styles.box}
                          type="checkbox"
                          aria-label={words.catalogue.does(person.name, service.name)}
                          checked={person.services.some(({ id }) => id === service.id)}
                          disabled={!mayManage || pending}
                          onChange={() => toggle(person, service)}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </QueryState>
      <ActionResult result={result} />
    </Panel>
  )
}
