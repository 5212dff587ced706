import type { TimeLanguage } from '../time-result.ts'

/** Words from which phrases are made up: every rule has some of its own. */
export const VOCABULARY: Readonly<Record<TimeLanguage, readonly string[]>> = {
  de: `heute morgen übermorgen gestern Montag Dienstag Freitag montags nächsten diesen kommenden übernächsten letzte
    Woche Monat Jahr Wochenende in zwei drei acht Tagen Wochen Stunden am 24. 12. 13 31. Dezember Mai Ende Anfang
    Mitte KW 48 um halb Viertel nach vor dreiviertel zehn dreißig Uhr 14:30 8:15 ab bis zwischen und oder von nicht
    außer doch lieber nein früh vormittags Nachmittag abends nachts Mittag später früher eine Stunde halbe Ostern
    Weihnachten erster jeden - , der den die spätestens frühestens auf Termin Haarschnitt verschieben weder Sommer
    anderthalb Hälfte heutigen paar 12.`.split(/\s+/),
  en: `today tomorrow yesterday Monday Tuesday Friday Mondays next this last week month year weekend in two three
    days weeks hours on 24th 12th the of December May end early mid at half quarter past to ten thirty pm am 14:30
    noon from until between and or not except rather no morning afternoon evening night later earlier an hour a
    Easter Christmas first every - , by before after onwards haircut ago neither summer move 12.`.split(
    /\s+/,
  ),
}
