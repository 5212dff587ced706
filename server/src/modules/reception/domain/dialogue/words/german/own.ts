import { phrases } from '../../understand/phrase-pattern.ts'
import type { OwnWords } from '../lexicon.ts'
import { numbers } from './numbers.ts'

const number = `\\d{1,2}|${[...numbers.keys()].sort((a, b) => b.length - a.length).join('|')}`

export const ownWords: OwnWords = {
  appointment: phrases(
    `mein* *termin* | mein* gebucht* | mein* * termin* | einen von meinen | einer meiner | eines meiner | meinen platz | mein platz | unser* *termin* | den *termin |
    der *termin | dem *termin | diesen *termin | das mit dem *termin | ausgemacht | abgemacht | vereinbart | hatte … gebucht |
    hab … bei euch | habe … bei euch | hab … bei ihnen | habe … bei ihnen | hab … stehen | habe … stehen | habe … gebucht |
    hab … gebucht | haben … gebucht | hat … gebucht | bin … gebucht | reserviert | vorgemerkt | eingetragen |
    mein* gespraech* | unser* gespraech* | unser* treffen | mein* treffen | mein* besuch | unser* verabredung | beim *termin | vom *termin | das mit montag | das mit dienstag | das mit mittwoch | das mit donnerstag | das mit freitag | das mit samstag | das mit sonnabend | als geplant | als ausgemacht | als vereinbart | als besprochen | als gebucht | bin … bestellt | war … bestellt | online gebucht | hatte … bei ihnen | hatte … bei euch | haette … bei ihnen gehabt`,
  ),
  has: /(?<![a-z])(?:hab|habe|haben) (?:[a-z]+ ){0,4}(?:zwei|drei|mehrere) [a-z]*termine|(?<![a-z])(?:ich hab|ich habe|hab|habe ja|hatte|wir haben) (?:(?!gehofft|vor|ueberlegt|gedacht|gehoert|lust)[a-z0-9]+[ ,]+){0,5}(?:einen|nen|a|den) [a-z]*termin(?![^.!?]*(?<![a-z])(?:zu|bekommen|machen|ausmachen|vereinbaren|kriegen|buchen)(?![a-z]))/,
  anew: phrases(
    'neuen termin | einen termin | a termin | nen termin | termin vereinbaren | termin ausmachen | buchen',
  ),
  move: phrases(
    `nach hinten | nach vorne | nach vorn | legen | leg | setzen | ruecken | tauschen | umlegen | schieben | aendern |
    spaeter | frueher | ander* tag | ander* uhrzeit | ander* zeit | ander* termin | ander* mal | stattdessen | verlegt`,
  ),
  hear: phrases(
    `noch steht | steht noch | steht der | stimmt | gilt | bestaetig* | vergewisser* | nachfragen | nachfrage | wissen |
    wann | uhrzeit | wie viel uhr | vergessen | nachsehen | nachschauen | rausfinden | erinner* | irgendwas | irgendetwas |
    finde … nicht | finds nicht | weiss … nicht mehr | verlegt | verschlampt | war das | ob das | bleibt es | bleibts`,
  ),
  needless: phrases(
    `brauch* … nicht | benoetig* … nicht | doch nicht | nicht mehr | kein* bedarf | kein* … mehr | ueberfluessig |
    will … nicht | moechte … nicht | wollen … nicht`,
  ),
  recall: phrases(
    `wann war | wann waren | wann hatte | wann hatten | wann … noch gleich | wann … gleich noch | wann … noch mal |
    wann … nochmal | wann musste ich | wann muesste ich | wann muss ich … hin | wann muss ich … bei ihnen | wann sollte ich |
    wann waere ich | welche* tag war | welche* uhrzeit war | wie viel uhr war | wieviel uhr war | wie viel uhr hatte |
    wieviel uhr hatte | wie viel uhr waren | bei wem bin ich | bei wem habe ich | bei wem hab ich | bei wem war ich | wann hatten wir | was hatten wir … ausgemacht | fuer wann … ausgemacht`,
  ),
  cancel: phrases(
    `hat sich erledigt | erledigt sich | hat sich damit erledigt | nicht mehr noetig | brauch* … nicht mehr |
    nicht mehr brauch* | nicht mehr benoetig* | benoetig* … nicht mehr | lassen sie … weg | lasst … weg | faellt … aus |
    faellt … flach | faellt … weg | jemand anderem | jemand anders geben | anderweitig vergeben | wieder freigeben |
    hinfaellig | brauch* … doch nicht | doch nicht … brauch* | nicht mehr gebraucht | doch nicht gebraucht | hat sich eruebrigt |
    eruebrigt sich`,
  ),
  indefinite: /(?<![a-z])(?:einen|eine|ein|nen|ne|n|a|irgendeinen|neuen)[^a-z0-9]+(?:[a-z]+en )?$/,
  definite: phrases('das | die | der | den | dem | mein | meine | meiner | meinen | meinem | beim | vom'),
  known: phrases('war | waren | hatte | hatten | nicht | kein | keine | keinen | doch'),
  insteadOf: new RegExp(
    `(?<![a-z0-9])(?:an)?statt (?:(?:erst|so|um|am|gegen|ab|der|dem|den|des|von) )*(?:(?:halb|viertel (?:vor|nach)|dreiviertel) )?(?:heute|morgen|uebermorgen|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|vormittags?|nachmittags?|abends?|mittags?|\\d{1,2}[:.]\\d{2}|${number})(?: uhr(?: (?:${number}))?)?(?: (?:frueh|vormittags?|nachmittags?|abends?|mittags?))?(?![a-z0-9])`,
    'g',
  ),
  perhaps: {
    move: phrases(
      `nach hinten | nach vorne | nach vorn | ander* tag | ander* uhrzeit | ander* zeit | ander* termin | ander* datum |
      ander* woche | stattdessen | statt um | statt am | statt dem | statt der | statt erst | anstatt | anstelle | ginge auch | geht auch | geht es auch | gehts auch | tausch* |
      umzieh* | umplan* | umdisponier* | umorganisier* | ausweich* | spaeter | spaeteren | frueher | frueheren | schieben | vertag* | lieber in der | lieber am | lieber im | eintausch* | vorzieh* | vorzuzieh* | vorzuverleg* | vorverleg* | hinauszoeger* |
      verleg* | ander* mal | naechstes mal | doch lieber | waere besser | waere guenstiger`,
    ),
    cancel: phrases(
      `rueckzieher | koennen wir … vergessen | koennen sie … vergessen | mach* …… frei | zieh* …… zurueck | trete* …… zurueck | loesch* | nehm* …… raus | nimm …… raus | gib …… frei | geb* …… frei | zurueckzieh* | zuruecktret* | ausfall* | entfall* | faellt … aus | faellt … flach | bleiben lass* |
      sein lass* | lassen wir | lass* … sein | sausen | platzen | rausnehm* | rauszunehm* | raus nehm* | austrag* | freigeb* |
      freimach* | weggeb* | weitergeb* | jemand ander* geb* | vergeben | nicht statt | brauch* … nicht | benoetig* … nicht |
      will … nicht mehr | moechte … nicht mehr | nicht mehr noetig | mach* … nicht mehr | erledigt | hinfaellig | ueberfluessig | kein interesse | verzicht* | umentschieden | anders entschieden |
      anders ueberlegt | rueckgaengig | abmeld* | abzumeld* | kein* bedarf | selber gemacht | selbst gemacht | verkauft |
      schon gemacht | abblas* | abzublas* | knicken | wird nichts mehr`,
    ),
    hear: phrases(
      `wann | wie viel uhr | wieviel uhr | wie spaet | uhrzeit | welche* tag | welche* datum | bei wem | mit wem | gueltig | kalender | hab ich … oder | habe ich … oder | ob ich | sagen | steht | stimmt |
      bestaetig* | geklappt | vergessen | verschwitzt | verlegt | verloren | verschlampt | verbummelt | erinner* | sicher* |
      nachfrag* | nachseh* | nachschau* | gucken | schauen | ist mein* | bleibt | bleibts | gilt | stehen | irgendwas |
      irgendetwas | eingetragen | vergewisser* | weiss … nicht mehr | noch aktuell | angekommen`,
    ),
    cannot: phrases(
      `nicht | nix | nichts | kein* zeit | verhindert | krank | krankenhaus | grippe | fieber | corona | urlaub | verreist |
      stau | verspaet* | dazwischen* | muss … arbeiten | dienst | ausland | beerdigung | unterwegs | dienstreise | geschaeftsreise | dienstlich | liegengeblieben | unmoeglich | uebersehen |
      ueberschneid* | zugesagt`,
    ),
    mine: phrases(
      `bin ich | komme ich | komm ich | ich komme | ich komm | soll ich | ich soll | sollte ich | ich sollte | muss ich | ich muss |
      darf ich | habe ich | hab ich | ich habe | ich hab | war ich | ich war | ich bin | ich dran | ich da sein | ob ich | zu ihnen muss | zu euch muss | sind wir |
      haben wir | wir haben | unser*`,
    ),
  },
}
