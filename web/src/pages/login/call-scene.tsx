import { IconCircleCheckFilled } from '@tabler/icons-react'
import { words } from '../../text/words.ts'
import styles from './call-scene.module.css'

/** Half a minute of a call, as a picture: question, offer, answer, committed appointment. */
export const CallScene = () => (
  <div className={styles.scene} aria-hidden="true">
    {words.login.scene.map(({ speaker, text }) => (
      <p key={text} className={styles.bubble} data-speaker={speaker}>
        {text}
      </p>
    ))}
    <p className={styles.booked}>
      <IconCircleCheckFilled size={20} />
      <span>{words.login.sceneBooked}</span>
      <span className={styles.took}>{words.login.sceneTook}</span>
    </p>
  </div>
)
