import { IconArrowRight, IconCircle, IconCircleCheck } from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import type { OnboardingStep } from '../../api/contract.ts'
import { onboardingQuery } from '../../api/settings-queries.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { QueryState } from '../../table/query-state.tsx'
import { words } from '../../text/words.ts'
import { Panel } from '../../ui/panel.tsx'
import { pb } from '../../util/path-builder.ts'
import { LinkButton } from '../link-button.tsx'
import styles from './settings.module.css'

const leadsTo = {
  services: pb.catalogueOf('services'),
  staff: pb.catalogueOf('team'),
  hours: pb.catalogueOf('hours'),
  notification: null,
  test_call: pb.testCall(),
  number: null,
  receptionist: pb.receptionist(),
} satisfies Record<OnboardingStep['name'], LinkProps | null>

/** What a business needs until it takes calls; the server derives from what is there which of it is done. */
export const OnboardingPanel = () => {
  const text = words.setup.onboarding
  const query = usePrefetchedQuery(onboardingQuery())
  const done = query.data?.filter(step => step.done).length ?? 0
  return (
    <Panel title={text.title} count={query.data && text.progress(done, query.data.length)}>
      <QueryState query={query}>
        {steps => (
          <ol>
            {steps.map(step => (
              <StepRow key={step.name} step={step} />
            ))}
          </ol>
        )}
      </QueryState>
    </Panel>
  )
}

const StepRow = ({ step: { name, done } }: { step: OnboardingStep }) => {
  const text = words.setup.onboarding
  const link = leadsTo[name]
  return (
    <li className={styles.step} data-done={done || undefined}>
      {done ? (
        <IconCircleCheck className={styles.sign} size={22} stroke={1.75} aria-hidden="true" />
      ) : (
        <IconCircle className={styles.sign} size={22} stroke={1.75} aria-hidden="true" />
      )}
      <div className={styles.stepWords}>
        <p className={styles.stepName}>{text.step[name]}</p>
        <p className={styles.stepText}>{done ? text.done : text.why[name]}</p>
      </div>
      {!done && link !== null && (
        <LinkButton
          {...link}
          className={styles.go}
          variant="default"
          size="sm"
          rightSection={<IconArrowRight size={16} stroke={1.75} />}
          aria-label={text.goTo(text.step[name])}
        >
          {text.go}
        </LinkButton>
      )}
    </li>
  )
}
