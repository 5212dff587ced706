import { phrases } from '../../understand/phrase-pattern.ts'
import type { OwnWords } from '../lexicon.ts'

export const ownWords: OwnWords = {
  appointment: phrases(
    `mein* *termin* | mein* gebucht* | mein* * termin | meinen platz | mein platz | unser* *termin* | den *termin |
    der *termin | dem *termin | diesen *termin | das mit dem *termin | ausgemacht | vereinbart`,
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
    wann | uhrzeit | wie viel uhr | vergessen | nachsehen | nachschauen | rausfinden | erinner* | irgendwas | irgendetwas`,
  ),
  cancel: phrases(
    `hat sich erledigt | erledigt sich | hat sich damit erledigt | nicht mehr noetig | brauch* … nicht mehr |
    nicht mehr brauch* | nicht mehr benoetig* | benoetig* … nicht mehr | lassen sie … weg | lasst … weg | faellt … aus |
    faellt … flach | faellt … weg | jemand anderem | jemand anders geben | anderweitig vergeben | wieder freigeben |
    hinfaellig | ueberfluessig`,
  ),
  insteadOf: phrases(
    `statt montag | statt dienstag | statt mittwoch | statt donnerstag | statt freitag | statt samstag | statt am montag |
    statt am dienstag | statt am mittwoch | statt am donnerstag | statt am freitag | statt am samstag | anstatt montag |
    anstatt dienstag | anstatt mittwoch | anstatt donnerstag | anstatt freitag | anstatt samstag`,
  ),
}
