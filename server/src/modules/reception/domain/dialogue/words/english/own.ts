import { phrases } from '../../understand/phrase-pattern.ts'
import type { OwnWords } from '../lexicon.ts'
import { numbers } from './numbers.ts'

const number = `\\d{1,2}|${[...numbers.keys()].sort((a, b) => b.length - a.length).join('|')}`

export const ownWords: OwnWords = {
  appointment: phrases(
    `my appointment* | my booking* | my meeting* | our meeting* | my consultation* | our consultation* | my visit | my session* | my slot | my * appointment* | my * booking* | one of my | our appointment | that slot |
    that appointment | the appointment | this appointment | my reservation | i booked | i ve booked | have booked | had booked |
    we arranged | i arranged | we agreed | we said | booked me in | booked in for | you ve put me down | you have put me down | pencilled in | than planned | than agreed | than arranged | than booked | penciled in |
    i m down for | am down for`,
  ),
  has: /(?<![a-z])i have (?:two|three|several|a couple of) (?:appointments|bookings)|(?<![a-z])(?:i have|i ve got|i ve|i had|we have) (?:(?!to )[a-z0-9]+ ){0,1}(?:an? )?(?:appointment|booking) (?:on|at|for|with|tomorrow|today|this|next)(?![a-z])/,
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
    what day was | which day was | remind me when | remind me what | who am i with | who am i seeing | when … supposed to | what time … supposed to |
    when … meant to come | when i m due | when i m booked | when am i due | when am i in | when i m in`,
  ),
  cancel: phrases(
    `won t be needing | not be needing | won t need | no longer need* | don t need … any more | don t need … anymore |
    do not need … anymore | give … to someone else | give … to somebody else | let someone else have | let somebody else have |
    not needed any more | not needed anymore | no need for the | no need for my | no need to come | no need … any more |
    no need … anymore | won t be requiring | no longer required | no longer necessary`,
  ),
  indefinite: /(?<![a-z])(?:a|an|another|some|new)[^a-z0-9]+$/,
  definite: phrases(
    'the | that | this | my | monday s | tuesday s | wednesday s | thursday s | friday s | saturday s | today s | tomorrow s',
  ),
  known: phrases(
    'was | were | had | not | no | don t | doesn t | won t | can t | cannot | isn t | any more | anymore',
  ),
  insteadOf: new RegExp(
    `(?<![a-z0-9])(?:instead of|rather than) (?:(?:at|on|the|around) )*(?:(?:half past|quarter past|quarter to|a quarter past|a quarter to) )?(?:today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\d{1,2}(?::\\d{2})?|${number})(?: o'?clock| ?[ap]\\.?m\\.?)?(?: (?:morning|afternoon|evening))?(?![a-z0-9])`,
    'g',
  ),
  perhaps: {
    move: phrases(
      `instead | rather than | another day | another time | another date | different day | different time | different date |
      different slot | other day | later than | earlier than | hour later | hours later | day later | days later |
      week later | hour earlier | hours earlier | day earlier | days earlier | week earlier | a bit later | a bit earlier |
      a little later | a little earlier | push* | swap* | switch* | shift* | put off | put back | bring forward`,
    ),
    cancel: phrases(
      `back out | pull out | bail on | bail out | forget … about | remove my | get rid of | withdraw | call … off | called off | calling off | is off | take … off | taken off | take me out | remove me |
      give … away | give up my | free up | release my | let … go | scrap* | drop my | drop the | forget about | not need* |
      don t need | do not need | don t want | do not want | no longer | any more | anymore | after all | withdraw* | sold the |
      sold my | done already | already done | sorted | somebody else | someone else`,
    ),
    hear: phrases(
      `when | what time | what day | which day | what date | who am i | with whom | still on | confirm* | double check | check my | check when | check the |
      remind* | forgot* | forgotten | remember | stands | stand | tell me | know | can t find | lost | booked | down for | have me down | seeing | checking | is still |
      scheduled | go through | went through`,
    ),
    cannot: phrases(
      `not | can t | cannot | won t | couldn t | doesn t | isn t | unable | no time | ill | sick | unwell | hospital | flu |
      fever | covid | holiday | abroad | away | stuck | running late | late for | delayed | come up | came up | have to work |
      clash* | double booked | no good | bad for me | out of town`,
    ),
    mine: phrases(
      `am i | i m | i am | do i | i have | i ve | have i | should i | i should | was i | i was | did i | we have | do we | did we |
      are we | our`,
    ),
  },
}
