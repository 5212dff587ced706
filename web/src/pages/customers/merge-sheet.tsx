import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../api/contract.ts'
import { mergeCustomers, mergePreviewQuery, undoMerge } from '../../api/customer-queries.ts'
import { problemOf } from '../../api/problem.ts'
import { topics } from '../../api/queries.ts'
import { phoneOf } from '../../table/customer-row.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { problemText } from '../../text/problem-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { wordFor, words } from '../../text/words.ts'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { SideSheet } from '../../ui/side-sheet.tsx'
import { phoneText } from '../../util/phone-text.ts'
import sheet from '../calendar/sheets.module.css'
import styles from './customers-page.module.css'

type Props = { keep: Customer; merge: Customer; onClose: () => void }

/** Two records become one: which one stays, what comes with the other, and the way back. */
export const MergeSheet = ({ onClose, ...pair }: Props) => {
  const queryClient = useQueryClient()
  const [keptId, setKeptId] = useState(pair.keep.id)
  const [keep, merge] = keptId === pair.keep.id ? [pair.keep, pair.merge] : [pair.merge, pair.keep]
  const ids = { keep: keep.id, merge: merge.id }
  const readAgain = () => queryClient.invalidateQueries({ queryKey: [topics.customers] })
  const join = useMutation({ mutationFn: () => mergeCustomers(ids), onSettled: readAgain })
  const undo = useMutation({ mutationFn: undoMerge, onSettled: readAgain })
  const failed = join.error ?? undo.error
  const mergeId = join.data?.merge_id
  return (
    <SideSheet title={words.merge.title} lead={`${pair.keep.name} · ${pair.merge.name}`} onClose={onClose}>
      {mergeId === undefined ? (
        <>
          <ChoiceCards
            label={words.merge.which}
            value={keptId}
            onChange={setKeptId}
            choices={[pair.keep, pair.merge].map(customer => ({
              value: customer.id,
              title: customer.name,
              text: [phoneOf(customer), customer.email].filter(Boolean).join(' · ') || words.merge.noContact,
            }))}
          />
          <Preview keep={keep} merge={merge} />
          <Button loading={join.isPending} onClick={() => join.mutate()}>
            {words.merge.confirm}
          </Button>
        </>
      ) : (
        <>
          <p className={sheet.sentence} data-free role="status">
            {undo.isSuccess ? words.merge.undone : words.merge.done(merge.name, keep.name)}
          </p>
          {!undo.isSuccess && (
            <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(mergeId)}>
              {words.merge.undo}
            </Button>
          )}
        </>
      )}
      {failed && (
        <p className={sheet.sentence} role="alert">
          {problemText(problemOf(failed))}
        </p>
      )}
    </SideSheet>
  )
}

const Preview = ({ keep, merge }: { keep: Customer; merge: Customer }) => {
  const { counted } = useFormats()
  const query = useQuery(mergePreviewQuery({ keep: keep.id, merge: merge.id }))
  return (
    <section className={styles.compare}>
      <h3 className={sheet.subtitle}>{words.merge.preview}</h3>
      <QueryState query={query}>
        {({ phones, fills, moves }) => (
          <ul className={styles.moves}>
            {Object.entries(moves)
              .filter(([, count]) => count > 0)
              .map(([what, count]) => {
                const forms = words.merge.moves[what as keyof typeof words.merge.moves]
                return <li key={what}>{forms ? counted(count, forms) : `${count} ${what}`}</li>
              })}
            {Object.keys(fills).map(field => (
              <li key={field}>{words.merge.fills(wordFor(words.merge.field, field) ?? field)}</li>
            ))}
            <li>
              {phones.length === 0
                ? words.merge.noPhones
                : words.merge.phones(phones.map(phoneText).join(', '))}
            </li>
          </ul>
        )}
      </QueryState>
    </section>
  )
}
