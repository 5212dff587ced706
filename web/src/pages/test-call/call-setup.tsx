import { Button } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { useSession } from '../../api/session-context.ts'
import { ProblemReference } from '../../table/request-reference.tsx'
import { problemText } from '../../text/problem-text.ts'
import { words } from '../../text/words.ts'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { phoneText } from '../../util/phone-text.ts'
import styles from './call-setup.module.css'
import { useConversation } from './conversation-context.tsx'

const DEMO_NUMBERS = ['+491713920017', '+491713920042']
const WITHHELD = 'withheld'

/** Before the call: with which number, and the button that dials. */
export const CallSetup = () => {
  const { conversation, commands } = useConversation()
  const { tenant } = useSession()
  const [number, setNumber] = useState(conversation.from ?? DEMO_NUMBERS[0] ?? WITHHELD)
  const dialling = conversation.phase === 'dialling'
  return (
    <div className={styles.setup}>
      <div className={styles.callee}>
        <span className={styles.sign} data-ringing={dialling || undefined} aria-hidden="true">
          <IconPhone size={30} stroke={1.6} />
        </span>
        <p className={styles.name}>{tenant.name}</p>
        <p className={styles.number}>
          {tenant.phone_numbers.map(own => (
            <span key={own}>{phoneText(own)}</span>
          ))}
        </p>
      </div>
      <ChoiceCards
        label={words.testCall.callerNumber}
        value={number}
        onChange={setNumber}
        disabled={dialling}
        choices={[
          ...DEMO_NUMBERS.map(demo => ({
            value: demo,
            title: phoneText(demo),
            text: words.testCall.demoNumberText,
          })),
          { value: WITHHELD, title: words.testCall.withheld, text: words.testCall.withheldText },
        ]}
      />
      {conversation.failure !== null && <DialProblem failure={conversation.failure} />}
      <Button
        fullWidth
        size="lg"
        loading={dialling}
        leftSection={<IconPhone size={18} />}
        onClick={() => void commands.dial(number === WITHHELD ? null : number)}
      >
        {words.testCall.dial}
      </Button>
    </div>
  )
}

const DialProblem = ({ failure }: { failure: Error }) => {
  const problem = problemOf(failure)
  return (
    <ProblemNotice
      title={words.testCall.dialFailed}
      text={problemText(problem)}
      reference={<ProblemReference problem={problem} />}
    />
  )
}
