import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useState } from 'react'
import type { ImportReport } from '../../api/contract.ts'
import { importCustomers } from '../../api/customer-queries.ts'
import { problemOf } from '../../api/problem.ts'
import { topics } from '../../api/queries.ts'
import { problemText } from '../../text/problem-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { SideSheet } from '../../ui/side-sheet.tsx'
import { newWishKey } from '../../util/wish-key.ts'
import styles from './import-sheet.module.css'

/** As many as can be looked through; all of them are imported. */
const LINES_SHOWN = 100

const tones = {
  added: 'positive',
  filled: 'notice',
  unchanged: 'neutral',
  duplicate: 'caution',
  rejected: 'critical',
} satisfies Record<keyof ImportReport['counts'], Tone>
const results = ['rejected', 'duplicate', 'added', 'filled', 'unchanged'] as const

/** A file of customers: first what would come of every line, then the same in earnest. */
export const ImportSheet = ({ onClose }: { onClose: () => void }) => {
  const text = words.insight.files
  const queryClient = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const look = useMutation({ mutationFn: (chosen: File) => importCustomers(chosen, { mode: 'preview' }) })
  const commit = useMutation({
    mutationFn: (wish: { file: File; key: string }) =>
      importCustomers(wish.file, { mode: 'commit', key: wish.key }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [topics.customers] }),
  })
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.currentTarget.files?.[0] ?? null
    setFile(chosen)
    commit.reset()
    if (chosen) look.mutate(chosen)
  }
  const problem = look.error ?? commit.error
  const report = commit.data ?? look.data
  return (
    <SideSheet title={text.import} lead={text.importLead} onClose={onClose}>
      <div className={styles.parts}>
        <label className={styles.file}>
          {text.file}
          <input type="file" accept=".csv,.txt,text/csv" onChange={choose} />
        </label>
        {problem && (
          <p className={styles.problem} role="alert">
            {problemOf(problem).status === 422 ? text.unreadable : problemText(problemOf(problem))}
          </p>
        )}
        {report && <Report report={report} />}
        {report && file && !commit.isSuccess && (
          <Button
            loading={commit.isPending}
            disabled={(report.counts.added ?? 0) + (report.counts.filled ?? 0) === 0}
            onClick={() => commit.mutate({ file, key: newWishKey() })}
          >
            {text.commit}
          </Button>
        )}
      </div>
    </SideSheet>
  )
}

const Report = ({ report }: { report: ImportReport }) => {
  const text = words.insight.files
  const { counted, number } = useFormats()
  const first = report.lines.toSorted((a, b) => results.indexOf(a.result) - results.indexOf(b.result))
  return (
    <>
      <p role="status">{report.mode === 'preview' ? text.preview : text.imported}</p>
      <ul className={styles.counts}>
        {results.map(result => (
          <li key={result}>
            <Badge tone={tones[result]}>
              {number(report.counts[result] ?? 0)} {text.result[result]}
            </Badge>
          </li>
        ))}
      </ul>
      {report.ignored_columns.length > 0 && (
        <p className={styles.hint}>{text.ignored(report.ignored_columns.join(', '))}</p>
      )}
      <ol className={styles.lines}>
        {first.slice(0, LINES_SHOWN).map(line => (
          <li className={styles.line} key={line.line}>
            <span className={styles.number}>{text.line(line.line)}</span>
            <span className={styles.name}>{line.name}</span>
            <Badge tone={tones[line.result]}>{text.result[line.result]}</Badge>
            {line.problems.length > 0 && (
              <span className={styles.why}>
                {line.problems.map(problem => text.problem[problem]).join(', ')}
              </span>
            )}
          </li>
        ))}
      </ol>
      {report.lines.length > LINES_SHOWN && (
        <p className={styles.hint}>{counted(report.lines.length - LINES_SHOWN, text.moreLines)}</p>
      )}
    </>
  )
}
