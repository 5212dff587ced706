import { Button } from '@mantine/core'
import { useState } from 'react'
import { saveHours } from '../../api/catalogue-queries.ts'
import type { OwnerHours } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { Panel } from '../../ui/panel.tsx'
import styles from './catalogue.module.css'
import { WeekFields } from './week-fields.tsx'

/** A week of windows. Saved as a whole; what somebody else saved meanwhile is not overwritten. */
export const WeekEditor = ({ hours }: { hours: OwnerHours }) => {
  const { counted } = useFormats()
  const mayManage = useSession().permissions.includes('manage')
  const [week, setWeek] = useState(hours.week)
  const { result, pending, start } = useAction(topics.catalogue)
  const save = () =>
    start(async () => {
      const { collisions } = await saveHours(hours, week)
      return collisions.length > 0
        ? { went: 'partly', text: counted(collisions.length, words.catalogue.leftOver) }
        : { went: 'well', text: words.catalogue.hoursSaved }
    })
  return (
    <Panel title={words.catalogue.hoursOf(hours.owner.name)}>
      <WeekFields week={week} mayManage={mayManage} onChange={setWeek} />
      {mayManage && (
        <div className={styles.foot}>
          <Button loading={pending} onClick={save}>
            {words.customer.save}
          </Button>
        </div>
      )}
      <ActionResult result={result} />
    </Panel>
  )
}
