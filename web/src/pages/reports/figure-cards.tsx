import { VisuallyHidden } from '@mantine/core'
import type { FigureName, Report, ReportMoney, ReportShare } from '../../api/contract.ts'
import { useFormats } from '../../text/use-formats.ts'
import { useLanguage } from '../../text/use-language.ts'
import { words } from '../../text/words.ts'
import styles from './reports.module.css'

type Figures = Report['figures']
type Card = { name: FigureName; value: string; before: string; note: string | null; empty: boolean }

export const FigureCards = ({ report }: { report: Report }) => {
  const text = words.insight.reports
  return (
    <section aria-label={text.figures}>
      <ul className={styles.cards}>
        {useCards(report).map(card => (
          <FigureCard key={card.name} card={card} definition={report.definitions[card.name]} />
        ))}
      </ul>
    </section>
  )
}

const FigureCard = ({ card, definition }: { card: Card; definition: { de: string; en: string } }) => {
  const text = words.insight.reports
  const language = useLanguage()
  const name = text.figure[card.name]
  return (
    <li className={styles.card}>
      <h2 className={styles.cardName}>{name}</h2>
      <p className={styles.value} data-empty={card.empty || undefined}>
        {card.value}
      </p>
      <p className={styles.before}>{text.before(card.before)}</p>
      {card.note !== null && <p className={styles.note}>{card.note}</p>}
      <details className={styles.meaning}>
        <summary>
          <span aria-hidden="true">{text.meaning}</span>
          <VisuallyHidden>{text.meaningOf(name)}</VisuallyHidden>
        </summary>
        <p>{definition[language]}</p>
      </details>
    </li>
  )
}

const useCards = ({ figures, figures_before: earlier }: Report): Card[] => {
  const text = words.insight.reports
  const { number, counted } = useFormats()
  const { shareText, sumText, hoursText } = useFigureText()
  const both = (name: FigureName, of: (figures: Figures) => string, note: string | null): Card => ({
    name,
    value: of(figures),
    before: of(earlier),
    note,
    empty: of(figures) === text.nothing,
  })
  const { test_calls: tests, booked, load, unmet } = figures
  return [
    ...(tests === null ? [] : [both('calls', one => number(one.calls ?? 0), counted(tests, text.testCalls))]),
    ...(booked === null
      ? []
      : [both('booked', one => shareText(one.booked), text.of(number(booked.part), number(booked.whole)))]),
    ...(unmet === null
      ? []
      : [
          both(
            'unmet',
            one => number(one.unmet?.turned_away ?? 0),
            text.wishes(number(unmet.wishes), number(unmet.waiting)),
          ),
        ]),
    both('appointments', one => number(one.appointments), counted(figures.cancelled, text.cancelled)),
    both('load', one => shareText(one.load), hoursText(load)),
    both('no_show', one => shareText(one.no_show), counted(figures.unsettled, text.unsettled)),
    both('revenue', one => sumText(one.revenue), null),
    both('expected', one => sumText(one.expected), null),
  ]
}

/** A share without a whole is no number, and neither is a sum of nothing. */
export const useFigureText = () => {
  const text = words.insight.reports
  const { number, percent, money } = useFormats()
  return {
    shareText: (of: ReportShare | null) =>
      of === null || of.share === null ? text.nothing : percent(of.share),
    sumText: (sums: ReportMoney[]) =>
      sums.length === 0
        ? text.nothing
        : sums.map(({ amount_minor, currency }) => money(amount_minor, currency)).join(' + '),
    hoursText: ({ part, whole }: ReportShare) => text.hours(number(part / 60), number(whole / 60)),
  }
}
