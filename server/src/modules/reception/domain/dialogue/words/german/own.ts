import { phrases } from '../../understand/phrase-pattern.ts'
import type { OwnWords } from '../lexicon.ts'

export const ownWords: OwnWords = {
  appointment: phrases(
    `mein* *termin* | mein* gebucht* | mein* * termin* | einen von meinen | einer meiner | eines meiner | meinen platz | mein platz | unser* *termin* | den *termin |
    der *termin | dem *termin | diesen *termin | das mit dem *termin | ausgemacht | abgemacht | vereinbart | hatte … gebucht |
    hab … bei euch | habe … bei euch | hab … bei ihnen | habe … bei ihnen | hab … stehen | habe … stehen | habe … gebucht |
    hab … gebucht | haben … gebucht | hat … gebucht | bin … gebucht | reserviert | vorgemerkt | eingetragen |
    bin … bestellt | war … bestellt | online gebucht | hatte … bei ihnen | hatte … bei euch | haette … bei ihnen gehabt`,
  ),
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
    wieviel uhr hatte | wie viel uhr waren | wann hatten wir | was hatten wir … ausgemacht | fuer wann … ausgemacht`,
  ),
  cancel: phrases(
    `hat sich erledigt | erledigt sich | hat sich damit erledigt | nicht mehr noetig | brauch* … nicht mehr |
    nicht mehr brauch* | nicht mehr benoetig* | benoetig* … nicht mehr | lassen sie … weg | lasst … weg | faellt … aus |
    faellt … flach | faellt … weg | jemand anderem | jemand anders geben | anderweitig vergeben | wieder freigeben |
    hinfaellig | brauch* … doch nicht | doch nicht … brauch* | nicht mehr gebraucht | doch nicht gebraucht | hat sich eruebrigt |
    eruebrigt sich`,
  ),
  definite: phrases('das | die | der | den | dem | mein | meine | meiner | meinen | meinem | beim | vom'),
  known: phrases('war | waren | hatte | hatten | nicht | kein | keine | keinen | doch'),
  insteadOf: phrases(
    `statt montag | statt dienstag | statt mittwoch | statt donnerstag | statt freitag | statt samstag | statt am montag |
    statt am dienstag | statt am mittwoch | statt am donnerstag | statt am freitag | statt am samstag | anstatt montag |
    anstatt dienstag | anstatt mittwoch | anstatt donnerstag | anstatt freitag | anstatt samstag`,
  ),
}
