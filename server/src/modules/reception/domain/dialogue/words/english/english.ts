import { phrases } from '../../understand/phrase-pattern.ts'
import type { Lexicon } from '../lexicon.ts'
import { clockPart, readClocks } from './clock.ts'
import { groupWords } from './groups.ts'
import { intentWords } from './intents.ts'
import { nameWords } from './names.ts'
import { digits, ordinals, places } from './numbers.ts'
import { ownWords } from './own.ts'
import { seriesWords } from './series.ts'

/** Services bear the names their business gave them; the stems lead from English words to German ones. */
export const english: Lexicon = {
  ...intentWords,
  names: nameWords,
  groups: groupWords,
  own: ownWords,
  series: seriesWords,
  asksForThis:
    phrases(`english please | in english | speak english | speak … english | talk english | english speaking |
    englisch bitte | auf englisch | sprechen sie englisch | englisch sprechen | koennen sie englisch`),
  tellTale: new Set(
    `i you he she do sell question the this that these are is due would like have has want need please what when where how can could does
    don't my your and with for tomorrow today appointment haircut hello yes there any anything morning afternoon evening
    next week speak much my we of it's i'm i'd me book call someone men's women's o'clock monday tuesday wednesday thursday friday
    saturday sunday to on every two three four five seven eight nine ten times weeks days set get got mondays tuesdays
    wednesdays thursdays fridays saturdays i've i'll i was were won't can't didn't couldn't that's there's what's let's we're
    she's he's which who whose your you're they anyone someone somebody about from should will`.split(/\s+/),
  ),
  services: {
    stems: [
      { spoken: phrases('haircut* | hair cut* | cut | trim | hair done | hair cutting'), stem: 'schnitt' },
      { spoken: phrases('colour* | color* | dye* | dyed | highlights | tint*'), stem: 'faerb' },
      { spoken: phrases('blow dry* | blowdry* | blow out | blow dried | styling'), stem: 'foehn' },
      { spoken: phrases('perm | perms'), stem: 'dauerwelle' },
      { spoken: phrases('tyre* | tire | tires | wheel*'), stem: 'reifen' },
      { spoken: phrases('pain* | toothache | tooth ache | hurts | hurting'), stem: 'schmerz' },
      { spoken: phrases('cleaning | hygiene | teeth cleaned'), stem: 'prophylaxe' },
      { spoken: phrases('check up | checkup | check ups | check'), stem: 'kontrolle' },
      {
        spoken: phrases(
          'first visit | first appointment | initial consultation | first consultation | new patient',
        ),
        stem: 'erstgespraech',
      },
      { spoken: phrases('consultation | advice'), stem: 'beratung' },
      { spoken: phrases('inspection | car service'), stem: 'inspektion' },
      { spoken: phrases('diagnosis | diagnostic*'), stem: 'diagnose' },
      { spoken: phrases('drop off | dropping off | bring in my car | drop … car'), stem: 'annahme' },
    ],
    hints: [
      {
        spoken:
          phrases(`warning light* | engine light* | light is on | noise* | rattl* | squeak* | won t start |
          doesn t start | have a look at | take a look at`),
        stem: 'diagnose',
      },
      { spoken: phrases('oil change | annual service'), stem: 'inspektion' },
      { spoken: phrases('examin* | looked at | check me'), stem: 'kontrolle' },
      { spoken: phrases('new here | first time'), stem: 'erstgespraech' },
      { spoken: phrases('curls | waves'), stem: 'dauerwelle' },
      { spoken: phrases('my roots | roots done | grey hair'), stem: 'faerb' },
      {
        spoken: phrases('tooth | teeth | filling | crown | gum | gums | swollen | broke off | chipped'),
        stem: 'schmerz',
      },
    ],
    persons: [
      {
        spoken: phrases(
          'women | woman | women s | woman s | ladies | lady | wife | girlfriend | mother | mum | mom',
        ),
        stem: 'dame',
      },
      {
        spoken: phrases(
          'men | man | men s | man s | gents | gentleman | gentlemen | husband | boyfriend | father | dad',
        ),
        stem: 'herr',
      },
      {
        spoken: phrases(
          'child | child s | children | children s | kid* | kid s | son | daughter | boy* | girl | girls',
        ),
        stem: 'kind',
      },
    ],
    denials: phrases('no | not a | not the | instead of | rather than'),
    ignored: new Set([
      'appointment',
      'appointments',
      'booking',
      'service',
      'treatment',
      'please',
      'would',
      'hair',
    ]),
  },
  staff: {
    titles: phrases('dr | prof | doctor | professor | mr | mrs | ms | miss | frau | herr'),
    prepositions: phrases('with | by | to | see | at'),
    who: phrases('who | whom | your team | your staff | which colleagues'),
    speaks: phrases('speak | talk | on the phone | on the line'),
    anyone:
      phrases(`with anyone | anyone is fine | anybody is fine | with anybody | no matter who | doesn t matter who |
      don t mind who | don t care who | whoever is free | whoever | any stylist | someone else | somebody else |
      another stylist | another colleague`),
  },
  times: {
    namesNoTime:
      phrases(`last year | last month | last time | last summer | last winter | * years ago | * months ago | * weeks ago | a while ago |
      the other day | since yesterday | broke yesterday | happened yesterday | for * days | since last week | good morning | good afternoon | good evening | good day | have a nice * | have a good * |
      have a great * | have a lovely * | too early | too late | * hour* later | * minutes later | * hour* earlier |
      * minutes earlier | one second | a second | one moment | a moment | just a minute | one minute | the second one |
      the first one | the third one | the last one | the later one | the earlier one | see you tomorrow`),
    greetsFirst: /^[^a-z0-9]*(?:morning|evening|afternoon)(?=\s*[,.!])/,
    anyTime:
      phrases(`as soon as possible | as early as possible | any time | anytime | whenever | first available |
      next available | soonest | asap | whenever you have something | no matter when | some time | sometime | soon`),
    anyHour:
      phrases(`any time | anytime | whenever | no matter when | any hour | all day | the time doesn t matter |
      at any time | doesn t matter when`),
    soonest: 'as soon as possible',
    limits: phrases('not before | not after | not until | only after | only from'),
    towards: phrases(
      'to | until | rather | instead | better | make it | how about | what about | could we do | can we do',
    ),
    destination: /^to (?<rest>.+)$/i,
    shifts:
      phrases(`* hour* later | * minutes later | * hour* earlier | * minutes earlier | * week* later | * week* earlier |
      * day* later | * day* earlier`),
    clock: clockPart,
    connectives: new Set(
      'on in the at for please then and so no yes but rather instead also a an around of only just maybe perhaps about'.split(
        ' ',
      ),
    ),
    readClocks,
    weeks: phrases('next week | the week after next | in two weeks'),
    bareWeekday: phrases(
      `monday | tuesday | wednesday | thursday | friday | saturday | sunday | on monday | on tuesday | on wednesday | on thursday | on friday | on saturday | on sunday`,
    ),
    weekdays: [
      phrases('monday*'),
      phrases('tuesday*'),
      phrases('wednesday*'),
      phrases('thursday*'),
      phrases('friday*'),
      phrases('saturday*'),
      phrases('sunday*'),
    ],
    months: [
      phrases('january'),
      phrases('february'),
      phrases('march'),
      phrases('april'),
      phrases('may'),
      phrases('june'),
      phrases('july'),
      phrases('august'),
      phrases('september'),
      phrases('october'),
      phrases('november'),
      phrases('december'),
    ],
    feasts: phrases(
      `christmas* | new year* | easter* | whit* | pentecost | good friday | boxing day | halloween | advent | ascension |
      corpus christi | bank holiday | holiday* | summer | winter | autumn | spring`,
    ),
    relativeDays: phrases(
      'today | tomorrow | tonight | next week* | next month* | week | weeks | month | weekend | days',
    ),
  },
  choices: {
    ordinals,
    numbers: places,
    beforeDay: phrases('on | on the'),
    allOfThem: phrases('all two | all three | all four | both of them | all of them'),
    last: phrases('last | the last'),
    middleOne: phrases('the middle one | the middle | the one in the middle'),
    earlierOne: phrases('the earlier one | the earlier | the earliest'),
    laterOne: phrases('the later one | the later | the latest'),
    clauseBreak: /[,;!?]|(?<!\d|\b[ap]|\.m)\.|(?<![a-z0-9])(?:but|instead|then)(?![a-z0-9])/g,
  },
  contact: {
    digits,
    at: phrases('at'),
    signs: [
      { spoken: phrases('dot | point | full stop'), sign: '.' },
      { spoken: phrases('dash | hyphen | minus'), sign: '-' },
      { spoken: phrases('underscore'), sign: '_' },
    ],
    joined: [
      { spoken: phrases('g mail | gee mail'), written: 'gmail' },
      { spoken: phrases('g m x'), written: 'gmx' },
    ],
    emailSurroundings:
      phrases(`my e mail address is | my e mail is | my email is | my email address is | the e mail is |
      the email is | the address is | it s | it is | that s | that is | that would be | yes | yes please | sure |
      please | of course | send it to | to | okay | so | well | um | uh | no`),
    betweenDigits: phrases('then | and then | and | uh | um | er'),
    doubled: phrases('double'),
    plus: phrases('plus'),
    phoneAnnouncements: phrases('number | phone | telephone | mobile | reach me | cell'),
  },
}
