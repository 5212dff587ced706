import { phrases } from '../../understand/phrase-pattern.ts'
import type { NameWords } from '../lexicon.ts'
import { nameParticles, placeholderNames } from '../shared-names.ts'
import { restOfSpellingWord } from '../spelling-words.ts'
import { ordinals, plainNumbers } from './numbers.ts'

const months = 'januar februar maerz april mai juni juli august september oktober november dezember'
const weekdays = 'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag'

const pronouns = `ich du er sie es wir ihr mich mir dich dir ihn ihm ihnen uns euch mein meine meinen meiner meinem
  meines dein deine sein seine ihre ihren ihrem unser unsere man wer was wie wo wann warum wieso welche welcher welches
  welchen der die das den dem des ein eine einen einem einer eines kein keine keinen dieser diese dieses diesen`

const verbs = `bin ist sind seid war waren wird werden wurde wuerde habe hab hat haben hatte haette moechte moechten will
  wollen wollte kann koennen koennte koennten muss muessen soll sollen darf duerfen brauche brauchen braucht geht gehen
  gibt geben nehme nehmen kommt kommen komme heisse heisst heissen spreche spricht sprechen sage sagen sagte hoere hoeren
  mache machen macht passt passen weiss wissen kostet kosten buche buchen bucht schreiben schreibe stimmt warte rufe
  rufen suche suchen bekomme bekommen frage fragen lassen schneiden faerben ignoriere ignorieren vergiss anrufen gebucht
  tun denke glaube verstehe verstanden wiederholen absagen verschieben`

const fillers = `ach och oh na tja puh ups oje herrje tut gell gelle gottle grueezi ja nein nee doch nicht nichts bitte danke gern gerne gut okay ok also aeh aehm oeh hm hmm mhm halt mal
  nur noch schon auch so da dann denn jetzt hier dort sehr ganz genau richtig eigentlich vielleicht natuerlich klar
  super prima passt egal moment und oder aber weil dass ob wenn als zum zur zu vom von im in am an um auf aus bei mit
  nach vor ab bis fuer ueber unter ohne gegen statt lieber sofort bald immer wieder neu alle alles etwas irgendwas`

const things = `guten guter schoenen vielen hallo tag tage abend morgens mittag mittags nachmittag nachmittags vormittag
  vormittags abends nacht uhr minute minuten stunde stunden woche wochen monat monate jahr heute uebermorgen gestern
  termin termine termins name namen vorname nachname nummer telefon telefonnummer handy rufnummer email mail adresse
  salon praxis werkstatt friseur frisoer arzt doktor haare haar haarschnitt rueckruf mensch mitarbeiter mitarbeiterin
  kunde kundin patient patientin anrufer person roboter maschine computer assistentin assistent ki regel regeln
  anweisung anweisungen system prompt preise geld euro leistung behandlung problem hilfe wiederhoeren wiedersehen
  tschuess bitteschoen dankeschoen zeit uhrzeit datum mutter vater sohn tochter frau freundin oma opa dank gruss gott`

const oneOrTwoWords = "[\\p{L}'-]+(?: [\\p{L}'-]+)?"

const letters = '(ypsilon|eszett|zett|[a-z]{1,2})'

export const nameWords: NameWords = {
  announcements:
    phrases(`mein name ist | mein name lautet | der name ist | der name lautet | name ist | ich heisse |
    auf den namen | auf dem namen | unter dem namen | hier ist | hier spricht | es spricht`),
  weakAnnouncements: phrases('ich bin | ich bin die | ich bin der | hier | da ist | das ist | auf | fuer'),
  surroundings:
    phrases(`mein name ist | mein name lautet | der name ist | der name lautet | name ist | mein name |
    name | ich heisse | auf den namen | unter dem namen | hier ist | hier spricht | ich bin |
    ich bin die | ich bin der | das ist | das waere | es ist | und zwar | schreiben sie |
    notieren sie | sagen sie | auf | ja | ja gern | gern | gerne | ja gerne | natuerlich | klar |
    also | aeh | aehm | hm | okay | nein | sondern | bitte | danke | der | die | frau | herr |
    familie | am apparat | ist mein name | ist der name | heisse ich | heiss ich | mit vornamen | mit nachnamen`),
  after: phrases(
    'heiss ich | so heisse ich | ist der name | ist mein name | mein name | heisse ich | am apparat | am telefon | hier',
  ),
  firstAndLast: [
    /vorname\P{L}*(?:(?:ist|lautet) )?(?<first>\p{L}[\p{L}'’-]+).*?(?:nach|familien|zu)name\P{L}*(?:(?:ist|lautet) )?(?<last>\p{L}[\p{L}'’-]+)/iu,
    /(?:nach|familien|zu)name\P{L}*(?:(?:ist|lautet) )?(?<last>\p{L}[\p{L}'’-]+).*?vorname\P{L}*(?:(?:ist|lautet) )?(?<first>\p{L}[\p{L}'’-]+)/iu,
    /(?<first>\p{L}[\p{L}'’-]+) (?:ist )?(?:der|mein) vorname.*?(?<last>\p{L}[\p{L}'’-]+) (?:ist )?(?:der|mein) (?:nach|familien)name/iu,
  ],
  replacements: [
    new RegExp(
      `(?<![a-z])nicht (?<wrong>${oneOrTwoWords})(?:[,;.]? sondern|[,;.]) (?<right>${oneOrTwoWords})(?=\\s*(?:[,;.!?]|$))`,
      'du',
    ),
    new RegExp(
      `(?:^|[,;.] ?|(?:nein|sondern) )(?<right>${oneOrTwoWords}),? (?:und )?nicht (?<wrong>${oneOrTwoWords})(?=\\s*(?:[,;.!?]|$))`,
      'du',
    ),
  ],
  spelledLetter: new RegExp(
    `(?:(?<double>doppel)[ -]?)?(?<letter>ae|oe|ue|eszett|scharfes s|sch|ch|[a-z])(?<table>${restOfSpellingWord})?(?: wie [a-z]+)?(?![a-z])`,
  ),
  namedLetters: new RegExp(`,? ?mit (?:(?<double>doppel)[ -]?)?${letters}(?:[ ,-]+${letters})?(?![a-z])`),
  particles: nameParticles,
  articles: /^[Dd](?:er|ie|en|em) (?=\p{Lu}\p{L})/u,
  titles: new Set(['dr', 'prof', 'doktor', 'professor', 'frau', 'herr']),
  neverNames: new Set([
    ...[pronouns, verbs, fillers, things].flatMap(list => list.split(/\s+/)),
    ...plainNumbers.keys(),
    ...ordinals.keys(),
  ]),
  surnames: new Set(
    'weiss gut gross klein lang kurz schoen frage morgen abend mann herr ende neu wolle stunde feld will'.split(
      ' ',
    ),
  ),
  placeholders: new Set([...placeholderNames, ...`${weekdays} ${months}`.split(' ')]),
}
