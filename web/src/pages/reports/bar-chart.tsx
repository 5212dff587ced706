import type { ReactNode } from 'react'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './reports.module.css'

/** One bar: what it stands for in words, its height, and the part of it that is set off. */
export type Bar = { key: string; title: string; value: number; part?: number }

const HEIGHT = 100

type Props = {
  /** What the drawing shows, for whoever does not see it; the table has the numbers. */
  label: string
  bars: Bar[]
  /** The value of a bar of full height; the largest one without it. */
  full?: number
  ends: readonly [first: string, last: string]
  /** What is said where no bar has a height. */
  empty: string
  table: ReactNode
}

/** Bars over time. Only attributes of SVG, because the content security policy takes no style from a script. */
export const BarChart = ({ label, bars, full, ends, empty, table }: Props) => {
  if (bars.every(({ value }) => value === 0)) return <EmptyState title={empty} />
  const most = Math.max(full ?? 0, ...bars.map(({ value }) => value), 1e-9)
  const heightOf = (value: number) => (value / most) * HEIGHT
  return (
    <div className={styles.chart}>
      <svg
        className={styles.drawing}
        viewBox={`0 0 ${bars.length * 10} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {bars.map(({ key, title, value, part = 0 }, index) => (
          <g key={key}>
            <title>{title}</title>
            <rect className={styles.ground} x={index * 10} y={0} width={10} height={HEIGHT} />
            <rect
              className={styles.whole}
              x={index * 10 + 1}
              y={HEIGHT - heightOf(value)}
              width={8}
              height={heightOf(value)}
            />
            <rect
              className={styles.part}
              x={index * 10 + 1}
              y={HEIGHT - heightOf(part)}
              width={8}
              height={heightOf(part)}
            />
          </g>
        ))}
      </svg>
      <p className={styles.ends} aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
      <details className={styles.asTable}>
        <summary>{words.insight.reports.asTable}</summary>
        {table}
      </details>
    </div>
  )
}
