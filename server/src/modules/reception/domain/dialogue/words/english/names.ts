import { phrases } from '../../understand/phrase-pattern.ts'
import type { NameWords } from '../lexicon.ts'
import { nameParticles, placeholderNames } from '../shared-names.ts'
import { restOfSpellingWord } from '../spelling-words.ts'
import { numbers, ordinals } from './numbers.ts'

const calendar = `january february march april june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday`

const pronouns = `i you he she it we they me him her us them my your his its our their mine yours who what which when
  where why how this that these those the a an some any no someone somebody anyone anybody nobody everyone myself`

const verbs = `am is are was were be been being have has had do does did can could would should must shall need needs
  want wants like likes love come comes coming go goes going get got give take make made see call called calling speak
  speaking talk talking say said tell book booking booked cost costs charge know think thought understand understood
  repeat cancel move reschedule change hear heard ask wait hold try works work suits open close ignore forget was`

const fillers = `yes yeah yep nope nah not please thanks thank okay ok so well um uh er hmm hm just only also too very
  really oh wow oops gosh ah right sure fine good great perfect lovely alright all and or but because if than then now here there already
  still again maybe perhaps actually rather instead of off on in at by for from to until with without about around after
  before between over under up down out into as earlier later sooner soon always never today tomorrow tonight yesterday
  new old else other another both either neither every each more most much many little something anything nothing
  possible available free busy wrong correct sorry hello hi hey bye goodbye morning afternoon evening night noon`

const things = `day days week weeks month months year hour hours minute minutes second time times date appointment
  appointments name names surname number phone telephone mobile email mail address salon practice garage workshop
  hairdresser doctor hair haircut callback human person people robot machine computer assistant rule rules instruction
  instructions system prompt prices money euro euros service treatment problem help mother father son daughter
  wife husband friend mum mom dad customer patient question pardon excuse`

const oneOrTwoWords = "[\\p{L}'-]+(?: [\\p{L}'-]+)?"

const letters = '(zed|zee|[a-z]{1,2})'

export const nameWords: NameWords = {
  announcements:
    phrases(`my name is | my name s | the name is | the name s | name is | i m called | i am called |
    under the name | under the name of | in the name of | my name would be`),
  weakAnnouncements: phrases('i am | i m | this is | it s | it is | for | here is'),
  surroundings:
    phrases(`my name is | my name s | the name is | the name s | name is | my name | name | i m called |
    under the name | under the name of | this is | i am | i m | it s | it is | that s | that is | that would be |
    put it under | make it | yes | yes sure | sure | of course | okay | so | well | um | uh | no | please | thanks |
    thank you | mr | mrs | ms | miss | speaking | is my name | first name | last name | surname | here | just`),
  after: phrases('is my name | speaking | here'),
  firstAndLast: [
    /first name\P{L}*(?:is )?(?<first>\p{L}[\p{L}'’-]+).*?(?:last name|surname|family name)\P{L}*(?:is )?(?<last>\p{L}[\p{L}'’-]+)/iu,
    /(?:last name|surname|family name)\P{L}*(?:is )?(?<last>\p{L}[\p{L}'’-]+).*?first name\P{L}*(?:is )?(?<first>\p{L}[\p{L}'’-]+)/iu,
  ],
  replacements: [
    new RegExp(
      `(?<![a-z])not (?<wrong>${oneOrTwoWords})(?:[,;.]? but|[,;.]) (?<right>${oneOrTwoWords})(?=\\s*(?:[,;.!?]|$))`,
      'du',
    ),
    new RegExp(
      `(?:^|[,;.] ?|(?:no|but|it's) )(?<right>${oneOrTwoWords}),? (?:and )?not (?<wrong>${oneOrTwoWords})(?=\\s*(?:[,;.!?]|$))`,
      'du',
    ),
  ],
  spelledLetter: new RegExp(
    `(?:(?<double>double)[ -]?)?(?<letter>ae|oe|ue|sch|ch|[a-z])(?<table>${restOfSpellingWord})?(?: (?:as in|like|for) [a-z]+)?(?![a-z])`,
  ),
  namedLetters: new RegExp(
    `,? ?(?:with|spelled with|spelt with)(?: an?(?= [a-z]{2}))? (?:(?<double>double)[ -]?)?${letters}(?:[ ,-]+${letters})?(?![a-z])`,
  ),
  particles: nameParticles,
  articles: /^[Tt]he (?=\p{Lu}\p{L})/u,
  titles: new Set(['dr', 'prof', 'doctor', 'professor', 'mr', 'mrs', 'ms', 'miss', 'frau', 'herr']),
  neverNames: new Set([
    ...[pronouns, verbs, fillers, things].flatMap(list => list.split(/\s+/)),
    ...[...numbers.keys(), ...ordinals.keys()].filter(word => !word.includes(' ')),
  ]),
  surnames: new Set('day good long short young will may mark best white cost black'.split(' ')),
  placeholders: new Set([...placeholderNames, ...calendar.split(/\s+/)]),
}
