import { phrases } from '../../understand/phrase-pattern.ts'
import type { Aspect, SaidIntent } from '../../understand/understanding.ts'
import type { Lexicon } from '../lexicon.ts'

type IntentWords = Pick<
  Lexicon,
  | 'intents'
  | 'aspects'
  | 'politeness'
  | 'yesDespiteNo'
  | 'clearYes'
  | 'negation'
  | 'emergency'
  | 'injection'
  | 'correction'
  | 'takesBack'
  | 'elsewhen'
  | 'instead'
  | 'asksFee'
  | 'feeOfChange'
  | 'asksGenerally'
  | 'asksRule'
  | 'clearNo'
  | 'bareYes'
  | 'freeAsked'
  | 'unannounced'
  | 'onlyIf'
  | 'asksWhat'
  | 'asksWhen'
>

/** An apostrophe is written as a space, which stands for any sign: "i d like" is "I'd like". */
const spokenIntents: Readonly<Record<SaidIntent, string>> = {
  book: `appointment* | book | put me down for | pencil me in | could you do | slot me in | booking* | reserve | reservation | slot* | schedule | come in | come by | come over |
    fit me in | squeeze me in | get me in | do you have … free | do you have anything | have you got anything |
    anything free | anything available | something free | something available | is there anything | availab*`,
  callback: `call me back | ring me back | phone me back | ring me | phone me | have … call me | have … ring me | have … phone me | have … contact me | ask … to call me | ask … to ring me | somebody ring | someone ring | somebody phone | someone phone | want a call | like a call | call us back | callback | a call back | give me a call |
    give me a ring | someone … call me | somebody … call me | have someone call | get back to me | can … call back |
    please call back | should call me | to call me | to ring me | call me tomorrow | call me later | call me when | call me this |
    call me on | call me after | call me between | contact me | get in touch with me | reach me`,
  human: `a human | human being | real person | real human | actual person | a person | speak to someone |
    speak with someone | speak to somebody | talk to someone | talk to somebody | talk with someone |
    speak to the | speak with the | talk to the | speak to dr | speak to doctor | speak to mr | speak to mrs |
    speak to ms | talk to dr | talk to doctor |
    someone from … team | put me through | transfer me | connect me | a colleague | a member of staff |
    staff member | get me … person | give me … person | get me someone | get me somebody | give me someone | pass me to | pass me on |
    anyone … talk to | someone … talk to | in charge | receptionist | the manager | the owner | the boss | no machine | no robot | not a machine | not a robot | talk* to a machine | talk* to a robot | talk* to a computer | speak* to a machine | speak* to a robot | speak* to a computer | let me speak | let me talk | i can speak to | i can speak with | i can talk to | i can talk with | anyone real | somebody real | someone real | operator`,
  move: `move my | move it | move that | move this | shift it | push it | shift my | push my | push … to | move … to | shift … to | swap … for | reschedul* | move … appointment | move … booking | change … appointment | change … booking | postpone* | push … appointment | push … back | put … appointment … back |
    come earlier | come later | shift … appointment | bring … forward | rebook*`,
  cancel: `cancel* | call off | delete … appointment | won t be able to come | take … off … calendar | don t need … appointment |
    do not need … appointment | drop … appointment | scrap … appointment`,
  appointments: `when … my appointment | what time … my appointment | do i have … appointment | my appointments |
    my next appointment | when am i booked | have i got … appointment | am i supposed to | when do i have to come | when should i come | when am i due |
    when am i coming | when do i come | when i m booked | if i have … appointment |
    remember … appointment | check … appointment | when … appointment is | am i booked`,
  own_appointment: `my appointment | my booking | the one i have | existing one | existing appointment`,
  cannot_come: `can t make it | cannot make it | won t make it | can t come | cannot come | won t make | not able to come | unable to come | something … come up | something came up |
    unable to make | not be able to make`,
  waitlist: `waiting list | waitlist | wait list | if … cancels | if something … up | in case … cancels`,
  question_hours: `until what time | till what time | opening hours | opening times | open hours | business hours | your hours | office hours |
    when … open | when … close | what time … open | what time … close | what times … open | are you open |
    how long … open | how late … open | are you closed | closed on | do you open | do you close | do you work | do you guys work | do you guys open | are you there | is anyone there | is anybody there | is … open | until when … open`,
  question_price: `how much | cost | costs | price* | pricing | you charge | charge for | the charge | how expensive | expensive | the fee | fees`,
  question_services: `what services | which services | what do you offer | what … you offer | your services |
    what can i book | what treatments | which treatments | what do you do`,
  question_duration:
    'how long does | how long will | how long would | how long is | how long do | how long am i | how long should | how much time | take long',
  question_staff: `who does | who do | who can | who cuts | who colours | who colors | who works | which of you |
    who is there | which of your | which of the | which of them | which stylist* | which colleague* | which doctor* | which mechanic* | which consultant* |
    anyone who | anybody who | someone who can | is there anyone | what does | does … do | does … also | can … also`,
  question_presence: `does … work | is … in on | is … working | is … in today | is … in tomorrow | is … in this | which days |
    what days | when does … work | when is … in | is … around | does … have … off`,
  question_about: `allerg* | what is the difference | what s the difference | how does … work | does it hurt |
    will it hurt | should i bring | do i need a | do i need an | do i need to | do i have to | should i | do you use | is it necessary | need to bring | have to bring | what do i need | is … included | insurance |
    guarantee | how long … last | how often should | which brand* | which products | what brand* | what happens`,
  question_other: `where | how | what | when | who | whom | why | which | is there | are there | can i | can you |
    could you | do you | have you | must i | do i | may i | should i | does the | are you | is it | am i |
    allerg* | question`,
  are_you_human: `are you … human | are you … robot | are you … computer | are you … machine | are you … ai |
    are you … bot | are you … real | are you … person | am i … speaking to | am i … talking to |
    am i … speaking with | who am i … | who are you | is this … robot | is this … machine | is this … computer`,
  yes: `yes | yeah | yep | yup | yes please | sure | of course | certainly | absolutely | definitely | correct |
    right | that s right | exactly | okay | ok | fine | that s fine | great | perfect | lovely | very good |
    sounds good | that s good | sounds great | that works | works for me | works | that suits me | suits me |
    go ahead | please do | do that | i ll take it | i ll take that | i ll take this | take it | alright | all right |
    brilliant | wonderful | excellent | agreed | all good | that s the one | that one | spot on | that ll work | that will do | that will work | by all means | please go ahead | confirm it | book it | put me down | sounds perfect | sounds fine | sounds lovely | uh huh | mhm | it is | that is it | that would be great | that would be good |
    that would be fine | that ll do | indeed`,
  no: `no | nope | nah | no thanks | no thank you | not necessary | not needed | don t need | don t want |
    rather not | i m good | i m fine | wrong | incorrect | not right | not correct | don t have one |
    don t have an e mail | don t have a number | haven t got one | no e mail* | no email* | without | none |
    definitely not | not at all | don t cancel | do not cancel | not cancel | keep it | keep the appointment | leave it as it is | nothing else | nothing`,
  unsure: 'don t know | do not know | not sure | no idea | unsure | not yet | can t say',
  reject: `doesn t work | does not work | won t work | doesn t suit | does not suit | can t make | cannot make |
    can t do | cannot do | can t come | not good | not so good | isn t good | no good | too early | too late |
    not at | not on | not the | not that | i work then | i have to work | i m working | busy | none of those |
    none of them | none of these | neither | not possible | no call back | no callback | don t call`,
  any: `doesn t matter | does not matter | don t mind | don t care | no preference | whatever | whichever | whenever |
    either one | either is fine | any of them | up to you | you choose | you pick | i m flexible | all the same |
    don t have a preference`,
  later: 'later | too early | later on',
  earlier: 'earlier | sooner | too late | before that',
  other: `other time* | another time | other appointment* | another day | other day* | something else |
    other option* | different time* | different day* | any other | alternative* | other slots | anything else |
    another one`,
  another: `another appointment | one more | second appointment | another one | also need | also like | also book |
    in addition | and one for | need one more | another booking | and also`,
  someone_else: `my wife | my husband | my partner | my boyfriend | my girlfriend | my friend | my son* | my daughter* |
    my kid* | my child* | my mother | my mum | my mom | my father | my dad | my sister | my brother | my grand* |
    someone else | somebody else`,
  abandon: `never mind | nevermind | forget it | forget about it | leave it | changed my mind | no longer |
    don t want … appointment | don t need … appointment | think about it | think it over | i ll call again |
    call again later | i ll call back | i ll get back to you | not anymore | not any more`,
  repeat: `pardon | say that again | say it again | say again | repeat | once more | one more time | once again |
    again please | sorry what | what did you say | didn t catch | didn t get that | didn t understand |
    did not understand | don t understand | didn t hear | come again | what was that`,
  wait: `one moment | just a moment | a moment | moment please | just a second | one second | a second | a sec |
    one sec | one minute please | just a minute | hold on | hang on | wait | bear with me | let me check |
    let me look | let me see`,
  greeting: 'hello | hi | hey | good morning | good afternoon | good evening | good day',
  thanks: 'thanks | thank you | thank you very much | many thanks | cheers | much appreciated',
  goodbye: `goodbye | good bye | bye | bye bye | see you | see you later | see you then | have a nice * |
    have a good * | have a great * | have a lovely * | that s all | that s it | i m all set | all set | that was all | that s everything |
    that will be all | that ll be all | i ll hang up | take care`,
}

const spokenAspects: Readonly<Record<Aspect, string>> = {
  time: 'time | day | date | the appointment',
  service: 'service | treatment',
  name: 'name | surname | last name | first name',
  email: 'e mail | email | mail | e mail address | email address | address',
  phone: 'number | phone number | mobile number | phone',
}

const habitualDays = [
  ...['mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays'],
  ...['weekends', 'the weekend', 'evenings'],
]
const asksForDays = [
  ...['can you come … on', 'can i come … on', 'can one come … on', 'can people come … on'],
  ...['do you do', 'do you do … on', 'do you take … on', 'could i come … on'],
]

export const intentWords: IntentWords = {
  asksWhen: phrases('when'),
  asksWhat:
    /^[^a-z]*(?:(?:hi|hello|hey|good morning|good afternoon|so|and|just a question|quick question)[^a-z]+)*(?:how (?:long|often|much|many)|what|where|who|why|which)(?![a-z])/,
  elsewhen: phrases(
    `instead | later | earlier | another day | another time | other day | new appointment | different day | different time |
    how about`,
  ),
  instead: phrases(
    `instead | another day | another time | other day | new appointment | different day | different time | could i come |
    can i come | could we do | could you do`,
  ),
  onlyIf: phrases('if i want | if i d like | if i need | for a new'),
  unannounced: phrases(
    'without an appointment | without booking | walk in | walk ins | just drop in | just walk in',
  ),
  bareYes: /^[^a-z]*(?:please|yes please|mhm|mm hm|uh huh)[^a-z]*$/,
  freeAsked:
    phrases(`what have you got | what do you have | what s available | what is available | what s free | what is free |
    when do you have | when have you got | when could you | when can you | what would work | what can you offer | what s possible |
    when would suit | when suits you | what times do you have`),
  clearNo: phrases('no | nope | nah | keep | i ll come'),
  asksFee: phrases(
    'cost | costs | charge | charged | charges | fee | fees | pay | paying | free of charge | for free | is it free | is that free | is this free',
  ),
  feeOfChange: {
    move: 'What does it cost if I move my appointment?',
    cancel: 'What does it cost if I cancel?',
  },
  asksGenerally: phrases(habitualDays.flatMap(day => asksForDays.map(asks => `${asks} ${day}`)).join(' | ')),
  asksRule: phrases(
    `how late can | how late … cancel | how late … change | how early … cancel | how far in advance | how long before |
    how short notice | how much notice | until when … cancel | until when … change | up to when | by when … cancel |
    till when … cancel | what time … cancel by | when … latest … cancel | what … cost … cancel | what … cost … move | what … cost … reschedule | cost … to move | cost … to reschedule | does it cost … cancel |
    cost … to cancel | charge … cancel* | charge … no show | fee … cancel* | cancellation fee* | cancellation policy |
    cancellation charge* | cancel without paying | cancel for free | cancel … free of charge | change … online |
    cancel … online | reschedule online | reschedule … online | what happens if i … cancel | what happens if i miss |
    what if i … cancel | what if i have to cancel | if i cancel | if i don t show | if i miss`,
  ),
  intents: compiled(spokenIntents),
  aspects: compiled(spokenAspects),
  yesDespiteNo: phrases('no problem | no worries | why not | not bad | nothing against'),
  politeness: phrases('right now | right away | right then | make sure'),
  clearYes: phrases('yes | yeah | yep | yup | yes please | absolutely | agreed'),
  negation: phrases(
    `not | no | don t | doesn t | won t | can t | cannot | isn t | didn t | wasn t | never | none`,
  ),
  emergency: phrases(`emergency | ambulance | heart attack | a stroke | chest pain* | pain* … chest |
    can t breathe | cannot breathe | trouble breathing | difficulty breathing | short of breath | unconscious |
    not breathing | passed out | bleeding heavily | heavy bleeding | severe bleeding | bleeding a lot |
    won t stop bleeding | poisoned | poisoning | seizure | overdose | suicid* | kill myself | life threatening`),
  injection: phrases(`ignore … instruction* | ignore … rule* | ignore everything | forget … instruction* |
    forget … rule* | forget everything | disregard … instruction* | disregard … rule* | system prompt |
    you are now | from now on you | act as | pretend to be | pretend that you | developer mode | jailbreak`),
  takesBack:
    phrases(`although | or wait | hang on | hold on | or rather | on second thought* | well no | scratch that | er no | erm no | um no | oh no | no wait | i mean | i meant | actually no | sorry no | no sorry |
    no actually`),
  correction:
    phrases(`same time | rather | actually | instead | i mean | i meant | correction | change | wrong | no | nope |
    but | better | make it | make that | not`),
}

function compiled<Key extends string>(table: Readonly<Record<Key, string>>): Record<Key, RegExp> {
  const entries = Object.entries<string>(table).map(([key, list]) => [key, phrases(list)])
  return Object.fromEntries(entries)
}
