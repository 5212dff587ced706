import { phrases } from '../../understand/phrase-pattern.ts'
import type { OwnWords } from '../lexicon.ts'

export const ownWords: OwnWords = {
  appointment: phrases(
    `my appointment* | my booking* | my slot | my * appointment | my * booking | our appointment | that slot |
    that appointment | the appointment | this appointment | my reservation`,
  ),
  anew: phrases('new appointment | an appointment | make … appointment | book'),
  move: phrases(
    `instead | later | earlier | another day | another time | different day | different time | different slot | swap* |
    switch* | shift* | push* | move* | pull* | other day`,
  ),
  hear: phrases(
    `still on | confirm* | double check | check | remind* | what time | when | forgot* | forgotten | remember | stands |
    find out | know`,
  ),
  cancel: phrases(
    `won t be needing | not be needing | won t need | no longer need* | don t need … any more | don t need … anymore |
    do not need … anymore | give … to someone else | give … to somebody else | let someone else have | let somebody else have |
    not needed any more | not needed anymore`,
  ),
  insteadOf: phrases(
    `instead of monday | instead of tuesday | instead of wednesday | instead of thursday | instead of friday |
    instead of saturday | instead of on monday | instead of on tuesday | instead of on wednesday | instead of on thursday |
    instead of on friday | instead of on saturday | rather than monday | rather than tuesday | rather than wednesday |
    rather than thursday | rather than friday | rather than saturday`,
  ),
}
