import { phrases } from '../../understand/phrase-pattern.ts'
import type { OwnWords } from '../lexicon.ts'

export const ownWords: OwnWords = {
  appointment: phrases(
    `my appointment* | my booking* | my slot | my * appointment* | my * booking* | one of my | our appointment | that slot |
    that appointment | the appointment | this appointment | my reservation | i booked | i ve booked | have booked | had booked |
    we arranged | i arranged | we agreed | we said | booked me in | booked in for | put me down | pencilled in | penciled in |
    i m down for | am down for`,
  ),
  anew: phrases('new appointment | an appointment | make … appointment | book'),
  move: phrases(
    `instead | later | earlier | another day | another time | different day | different time | different slot | swap* |
    switch* | shift* | push* | move* | pull* | other day`,
  ),
  hear: phrases(
    `still on | confirm* | double check | check | remind* | what time | when | forgot* | forgotten | remember | stands |
    find out | know | can t find | lost | again`,
  ),
  needless: phrases(
    `don t need | do not need | doesn t need | no need | not need | no longer | any more | anymore | after all | don t want |
    do not want`,
  ),
  recall: phrases(
    `did you say | did we say | what time should i | what time do i | what time am i | when was | when were we | when were you | when did i | when did we | what time was | what time were | what time did we |
    what day was | which day was | remind me when | remind me what | when … supposed to | what time … supposed to |
    when … meant to come | when i m due | when i m booked | when am i due | when am i in | when i m in`,
  ),
  cancel: phrases(
    `won t be needing | not be needing | won t need | no longer need* | don t need … any more | don t need … anymore |
    do not need … anymore | give … to someone else | give … to somebody else | let someone else have | let somebody else have |
    not needed any more | not needed anymore | no need for the | no need for my | no need to come | no need … any more |
    no need … anymore | won t be requiring | no longer required | no longer necessary`,
  ),
  definite: phrases(
    'the | that | this | my | monday s | tuesday s | wednesday s | thursday s | friday s | saturday s | today s | tomorrow s',
  ),
  known: phrases(
    'was | were | had | not | no | don t | doesn t | won t | can t | cannot | isn t | any more | anymore',
  ),
  insteadOf: phrases(
    `instead of monday | instead of tuesday | instead of wednesday | instead of thursday | instead of friday |
    instead of saturday | instead of on monday | instead of on tuesday | instead of on wednesday | instead of on thursday |
    instead of on friday | instead of on saturday | rather than monday | rather than tuesday | rather than wednesday |
    rather than thursday | rather than friday | rather than saturday`,
  ),
}
