import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { archiveService, type ServiceWish, saveService, serviceQuery } from '../../api/catalogue-queries.ts'
import type { ServiceDetail } from '../../api/contract.ts'
import { problemOf } from '../../api/problem.ts'
import { topics } from '../../api/queries.ts'
import { QueryState } from '../../table/query-state.tsx'
import { problemText } from '../../text/problem-text.ts'
import { words } from '../../text/words.ts'
import { SideSheet } from '../../ui/side-sheet.tsx'
import sheet from '../calendar/sheets.module.css'
import styles from './catalogue.module.css'
import { SegmentBar } from './segment-bar.tsx'
import { SegmentFields } from './segment-fields.tsx'

type Props = { id: string | null; mayManage: boolean; onClose: () => void }

/** A service, new or as it is. What was sold keeps the version it was sold as. */
export const ServiceSheet = ({ id, mayManage, onClose }: Props) => {
  const query = useQuery({ ...serviceQuery(id ?? ''), enabled: id !== null })
  return (
    <SideSheet title={query.data?.name ?? words.catalogue.newService} onClose={onClose}>
      {id === null ? (
        <ServiceForm service={null} mayManage={mayManage} onClose={onClose} />
      ) : (
        <QueryState query={query}>
          {service => (
            <ServiceForm key={service.version} service={service} mayManage={mayManage} onClose={onClose} />
          )}
        </QueryState>
      )}
    </SideSheet>
  )
}

const NEW_SEGMENTS: ServiceDetail['segments'] = [{ minutes: 30, gap_after_minutes: 0, needs: null }]

type FormProps = Omit<Props, 'id'> & { service: ServiceDetail | null }

const ServiceForm = ({ service, mayManage, onClose }: FormProps) => {
  const queryClient = useQueryClient()
  const [segments, setSegments] = useState(service?.segments ?? NEW_SEGMENTS)
  const readAgain = () => queryClient.invalidateQueries({ queryKey: [topics.catalogue] })
  const save = useMutation({
    mutationFn: (wish: ServiceWish) => saveService(service, wish),
    onSuccess: onClose,
    onSettled: readAgain,
  })
  const archive = useMutation({
    mutationFn: () => archiveService(service?.id ?? ''),
    onSuccess: onClose,
    onSettled: readAgain,
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const price = Number(String(given.get('price')).replace(',', '.'))
    save.mutate({ name: String(given.get('name')).trim(), price_minor: Math.round(price * 100), segments })
  }
  const failed = save.error ?? archive.error
  const total = segments.reduce((sum, part) => sum + part.minutes + part.gap_after_minutes, 0)
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        name="name"
        label={words.catalogue.name}
        defaultValue={service?.name}
        readOnly={!mayManage}
        required
        withAsterisk={false}
        maxLength={120}
        autoComplete="off"
      />
      <TextInput
        name="price"
        label={words.catalogue.price}
        inputMode="decimal"
        pattern="\d{1,6}([.,]\d{1,2})?"
        defaultValue={service ? (service.price_minor / 100).toFixed(2).replace('.', ',') : ''}
        readOnly={!mayManage}
        required
        withAsterisk={false}
        autoComplete="off"
      />
      <SegmentFields segments={segments} mayManage={mayManage} onChange={setSegments} />
      <SegmentBar segments={segments} longest={Math.max(1, total)} />
      {service && (
        <p className={sheet.quiet}>
          {words.catalogue.doneBy(service.resources.map(({ name }) => name).join(', '))}
        </p>
      )}
      {failed && (
        <p className={sheet.sentence} role="alert">
          {nameTaken(failed) ? words.catalogue.nameTaken : problemText(problemOf(failed))}
        </p>
      )}
      {mayManage && (
        <div className={sheet.actions}>
          <Button type="submit" loading={save.isPending}>
            {words.customer.save}
          </Button>
          {service && (
            <Button variant="default" loading={archive.isPending} onClick={() => archive.mutate()}>
              {words.catalogue.archive}
            </Button>
          )}
        </div>
      )}
    </form>
  )
}

const nameTaken = (error: Error) => problemOf(error).type?.endsWith('name-taken') ?? false
