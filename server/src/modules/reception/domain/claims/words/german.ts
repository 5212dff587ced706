import type { ClaimWords } from '../claim.ts'

const word = (...forms: string[]): RegExp =>
  new RegExp(String.raw`(?<!\p{L})(?:${forms.join('|')})(?!\p{L})`, 'u')

const DAYS = String.raw`montag\p{L}*|dienstag\p{L}*|mittwoch\p{L}*|donnerstag\p{L}*|freitag\p{L}*|samstag\p{L}*|sonnabend|sonntag\p{L}*`
const NUMBERS =
  'eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn'
const MOMENT = word(
  DAYS,
  'heute|morgen|übermorgen|nächste woche|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember',
  String.raw`uhr|\d{1,2}:\d{2}|\d{1,2}\.|halb \p{L}+|viertel \p{L}+|um (?:\d{1,2}|${NUMBERS})|(?:am|den|vom) \p{L}+(?:ten|zehnten|ersten|dritten)`,
)
/** A day with its hour: whoever is told both, and is meant, relies on it. */
const DAY_AND_HOUR = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${DAYS}|heute|morgen|übermorgen|(?:am|den|vom) (?:dritten|siebten|\p{L}+(?:zehnten|zwanzigsten|dreißigsten|ten|sten))|\p{L}+ (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember))(?!\p{L}).*(?<!\p{L})(?:um (?:\d|${NUMBERS}|halb|viertel)|(?:\d{1,2}|${NUMBERS}) uhr|\d{1,2}:\d{2}|halb \p{L}+|viertel (?:vor|nach|ab))|(?:um (?:\d|${NUMBERS}|halb|viertel)|uhr).*(?<!\p{L})(?:${DAYS}|heute|morgen)(?!\p{L}))`,
  'u',
)
const TALK =
  'frei|freie[rsn]?|früheste[rs]?|nächste freie|erreichen|erreichbar|öffn\\p{L}*|geöffnet|offen|schließ\\p{L}*|geschlossen|vergeben|besetzt|belegt|dauert|kostet|bitte|verstanden|richtig|sprechzeit\\p{L}*|bis|oder|(?:einen?|noch|schon|bereits) \\p{L}*termine?|termin bei uns|vorschlag|vorschlagen|vorgeschlagen|anbieten|angeboten|r?(?:he)?rausgesucht|gefunden|angesehen|möglichkeit\\p{L}*|passt|passen|da'
const OBJECT = word(
  DAYS,
  String.raw`\p{L}*termin\p{L}*|\p{L}*besuch|\p{L}*buchung|platz|slot|zeit|sie|ihn|dich|euch|ihnen|dir|uhr|kalender|alles|beides?|beide|jetzt|hiermit|soeben|erfolgreich|fest|beim?`,
)
const LIST = String.raw`(?:für (?:frei(?:e|ge|\p{L}*)? werdende|freiwerdende) \p{L}+|(?:unserer|der|die|auf) liste(?= *$)|zettel für \p{L}+|\p{L}*(?:warte(?:liste|schlange)\p{L}*|(?:nachrück|nachrücker|absage|springer|reserve|ersatz|vormerk|interessenten)liste|liste (?:für \p{L}+|der (?:wartenden|nachrücker\p{L}*|interessent\p{L}*))|nachrücker(?:in)?|als ersatz(?!\p{L})))`
const VISIT = String.raw`(?:\p{L}*(?:termin|eintrag|buchung|besuch|reservierung|beratung|gespräch|kontrolle|behandlung|untersuchung|inspektion|wechsel|schnitt)\p{L}*|${DAYS}|platz|slot)`
/** Somebody may not come, or a place may become free. */
const CONTINGENCY = String.raw`(?<!\p{L})(?:wenn|falls|sobald|für den fall|sollte),? .*(?:frei|ausfällt|absagt|abspringt|aufgeht|aufmacht|wegfällt|ausfallen|absagen|abspringen|nicht kommt)(?!\p{L})`
/** Taken out of, and put into: whatever verb a speaker makes of it. */
const TAKEN_OUT = String.raw`(?:raus|heraus|weg)ge(?!schnappt|funden|hört|stellt|sucht|schickt|schrieben|geben|fallen)\p{L}+`
const PUT_IN = String.raw`(?:ein|rein|hinein|dazu|dazwischen|zu|unter)ge(?!laden|lesen|gangen|hört|sagt|geben|lassen)\p{L}+|eingegeben|(?:weg|auf)?geschnappt|ergattert|gekrallt|geangelt`
/**
 * That somebody here has done something, in whatever verb: the perfect of a clause that ends with it. Looking, hearing
 * and asking change nothing.
 */
const HAVE_DONE = String.raw`(?:(?:ich|wir) (?:habe?|haben)|(?:habe?|haben) (?:ich|wir))(?!\p{L}).* (?!nachge|vorge(?:schlagen|lesen)|angeboten|verstanden|erhalten|bekommen|gesehen|geschaut|gehört|gesagt|genannt|gefragt|gefunden|gelesen|gemeint|gewusst|gehabt|geprüft|gedacht|gewartet|gesucht|heraus(?:ge|be)|rausge(?:sucht|funden)|versucht|vergessen|erreicht|besprochen|überlegt|gemerkt|geöffnet|offen)\p{L}*(?:ge\p{L}+(?:t|en)|\p{L}iert|be\p{L}+(?:t|en)|ver\p{L}+(?:t|en)|er\p{L}+t|zer\p{L}+t)`
const PLACE = String.raw`(?:${VISIT}|\p{L}*zeit|(?:am|den|der|vom) (?:dritten?|siebten?|achten?|\p{L}+(?:zehnten?|zwanzigsten?|ten|sten))|uhr|heute|morgen|übermorgen|vormittag|nachmittag|abend)`
const BOOK = '(?:kalender|plan|buch|terminbuch|system|liste|terminplan|agenda)'
const DONE =
  '(?:ist|sind|hat|wurde|wäre) .*(?:durch|geklappt|erledigt|vermerkt|notiert|eingetragen|gespeichert|hinterlegt|geschafft|drin|angekommen|vollzogen|gebucht|bestätigt)|(?:ist|sind) (?:durch|raus)|bestätigt|erledigt|durch|geklappt'
const RING = 'ruft|rufe|rufen|klingelt|klingeln|telefoniert'

export const german: ClaimWords = {
  harmless:
    /(?<!\p{L})(?:kein(?:e|en)? (?:problem|sorge|thema|umstände|ding)|nicht nur|gar nicht schlimm|nicht mehr (?=am|um|den|montag|dienstag|mittwoch|donnerstag|freitag|samstag)|(?:damit|dann|so) wäre?|das wär's|wie gewünscht|nichts zu danken)(?!\p{L})/gu,
  voids: word(
    'erst|nicht|nichts|nie|niemand|kein|keine|keinen|keiner|keinem|keins|weder|unmöglich|ohne|fast|beinahe',
    'werde|werden|wird|würde|würden|würd|kann|können|könnte|könnten|soll|sollen|sollte|sollten|darf|dürfen|dürfte|muss|müssen|müsste|mussten|konnte|konnten|möchte|möchten|mag|will|wollen|wollten|lassen|lasse|ließ|hätte|(?<!das )hätten|sei|seien|wäre|wären|gerne?',
    'anfrage|angefragt|vorbehaltlich|unverbindlich|vorläufig|solange|vorübergehend|kurzzeitig|für (?:ein paar|\\p{L}+) minuten|(?:ein paar|einige|wenige|zwei|drei|fünf|zehn) minuten',
    'aktuell|derzeit|momentan|zurzeit|ob|ich sehe|sehe ich|sehe hier|steht hier|laut|damals|gestern|vorgestern|letzte[nsrm]?(?! (?:\\p{L}+ )?(?:platz|slot|plätze|termin|stuhl|stunde|lücke|minute))|früher schon|schon seit|längst|bereits vor|meinen also|meinten|sagten|sagen sie|sagst',
    'versuche|versuchen|probiere|hatten|hattest|(?:eine?|der|die|einem) andere[rn]?(?: \\p{L}+)?|anderweitig|vielleicht|vermutlich|womöglich|möglicherweise|anscheinend|offenbar|wer|alle|viele|kunden|kundinnen|patienten|leute|grundsätzlich|normalerweise|üblicherweise|generell|meistens?|oft|immer|automatisch|jede[rs]?|(?:alles|komplett|voll|restlos) (?:aus)?gebucht',
    '\\p{L}*(?:adresse|e-mail|mailadresse|nummer|allergie|geburtsdatum|versicherung|notiz)(?: \\p{L}+){0,4} (?:ist|sind|habe|wurde|steht)|(?:adresse|allergie|geburtsdatum).*',
    '(?:sie|ihr|du) (?:haben|habt|hast) .*(?:gebucht|eingetragen|reserviert|abgesagt|storniert|verschoben|verlegt|umgebucht|bestätigt|vereinbart|ausgemacht|angemeldet)|(?:(?<!wir )haben sie|hast du|habt ihr) .*(?:gebucht|eingetragen|reserviert|abgesagt|storniert|verschoben|verlegt|umgebucht|bestätigt|vereinbart|ausgemacht|angemeldet)',
    `${LIST} (?:ist|wäre|war) (?:\\S+ ){0,4}(?:geschlossen|voll|lang|leer|zu|kurz|offen)`,
    'gleich(?= .*ein$)|(?:buche|trage|reserviere|storniere|verschiebe|verlege|notiere|setze|sage|lege|schreibe|nehme|mache) (?:ich|wir)|ich (?:buche|trage|reserviere|storniere|verschiebe|verlege|setze|lege|schreibe|nehme|mache)',
    'hat (?!.*(?<!\\p{L})(?:sie|ihnen|ihren|ihre|ihr|dich|dir|geklappt|funktioniert|platz|es|das)(?!\\p{L})).*(?:abgesagt|verschoben|gebucht|storniert|verlegt|eingetragen)',
  ),
  condition:
    /^(?:(?:und|aber|dann|nur|auch|erst|also|sondern) )*(?:wenn|falls|sofern|sobald|bevor|ehe|solange|sollten|sollte|hätten sie|wäre)(?!\p{L})/u,
  ifYouLike:
    /(?<!\p{L})(?:wenn (?:sie|du|ihr|ihnen|dir)|falls (?:sie|du|ihr|ihnen)|sofern|sollten sie|auf wunsch|möchten sie|möchtest du|sollen wir|soll ich|normalerweise|üblicherweise|grundsätzlich|in der regel|vielleicht|(?:sobald|wenn|falls) .*(?:frei|absagt|abspringt|etwas)|eventuell)(?!\p{L})/u,
  denied: word(
    'meistens|nichts|^(?:(?:und|dann|oder|einfach) )?(?:rufen|melden) sie|nicht|niemand|kein|keine|keinen|nie|kann|können|könnte|könnten|soll|sollen|würde|würden|hätte|wollten?|nur wenn|immer|oft|schriftlich',
  ),
  proviso:
    /(?<!\p{L})(?:sobald|sofern|vorausgesetzt|unter der voraussetzung|erst wenn|nur wenn|erst nach|bevor|erst mit|nirgends|nirgendwo|gesagt|sagten?|behauptet\p{L}*|sagen sie|meinten|meinen sie|meinen also)(?!\p{L})/u,
  contingency: new RegExp(CONTINGENCY, 'u'),
  statement:
    /^(?:(?:gut|so|ja|okay|ok|alles klar|prima|super|perfekt|also|dann|damit|hiermit|genau) )*(?:ich hab|ich habe|wir haben|habe ich|haben wir|hab ich|sie (?:sind|stehen)|sind sie|stehen sie|du (?:bist|stehst)|ihr|ihre|dein|deine|der|die|das|es|den|beide|mara|jonas|frau|herr|dr|jemand|erledigt|gebucht|eingetragen|notiert|storniert|abgesagt|verschoben|geht klar|passt|alles|am|um|fertig)(?!\p{L})/u,
  patterns: [
    {
      kind: 'waitlisted',
      pattern: new RegExp(
        String.raw`(?:stehen|steht|stehst|sind|bist|ist|habe|haben|hab|wurde|wurden|kommen) .*${LIST}|${LIST}.* (?:habe|haben|hab|sind|bist|ist|stehen|steht|stehst|wurde|wurden)(?!\p{L})|(?:eingetragen|notiert|vermerkt|vorgemerkt|gesetzt|aufgenommen|drauf) .*${LIST}|^(?:(?:außerdem|zusätzlich|auch|dazu|zugleich) )?auf (?:der|die|unserer) .*${LIST}|${LIST}.* (?:gespeichert|hat (?:sie|dich))`,
        'u',
      ),
    },
    {
      kind: 'waitlisted',
      pattern: word('(?:hinten )?angestellt|eingereiht'),
      needsNearby: new RegExp(`${CONTINGENCY}|(?<!\\p{L})warte\\p{L}*`, 'u'),
    },
    {
      kind: 'waitlisted',
      pattern: word(
        '^(?:gut |so |ja |dann )*(?:sie|du) (?:rücken|rückst) (?:\\S+ ){0,2}nach',
        '(?:ist|sind|bist|habe|haben|hab) .*(?:vorgemerkt|vermerkt|notiert|hinterlegt|eingetragen|aufgeschrieben|gesetzt)',
        '^(?:vorgemerkt|vermerkt|notiert|hinterlegt)$',
        '(?:vorgemerkt|vermerkt|notiert|hinterlegt|eingetragen|aufgeschrieben) (?:ist|sind|bist|habe|haben|hab)',
        '(?:auf|in) (?:der|die|unserer|unsere|meiner|meine) liste.*',
      ),
      needsNearby: new RegExp(CONTINGENCY, 'u'),
    },
    {
      kind: 'waitlisted',
      pattern: word(
        '(?:liegt|liegen|steht|stehen|sind|bist|habe|haben) .*(?:bei|unter|zu) den wartenden|in (?:die|der) (?:warte)?schlange.*|(?:rücken|rückst) (?:\\S+ ){0,2}(?:auf|nach)',
        '(?:warten|wartest|stehen|stehst|sind|bist) .*an (?:erster|zweiter|dritter|vierter|\\p{L}+ter) stelle',
      ),
    },
    {
      kind: 'waitlisted',
      pattern: new RegExp(
        String.raw`(?:stehen sie|sind sie|stehst du) .*${LIST}|(?<!\p{L})(?:sie|du) (?:rücken|rückst) .*nach(?!\p{L})|aufnahme .*${LIST} (?:hat geklappt|ist)|^${LIST} \p{L}+$`,
        'u',
      ),
      when: 'promise',
    },
    {
      kind: 'moved',
      pattern: word(
        'verschoben|umgebucht|verlegt|umgelegt|umgeplant|vorverlegt|vorgezogen|nach (?:hinten|vorne?) (?:geschoben|gerückt|gelegt)|umgetragen|umgestellt|getauscht|umdisponiert|rübergeschoben|rübergelegt|weitergeschoben|umgeschoben|umgeschrieben|vertagt|verlagert|neu (?:terminiert|angesetzt)|nach vorne? geholt',
      ),
    },
    {
      kind: 'moved',
      pattern: word(
        '(?:habe|haben|hab|wurde|ist|sind) .*(?:geändert|angepasst|abgeändert)',
        '(?:habe|haben|hab|wurde|ist|sind) .*(?:um|rüber|weiter)ge(?!hend|leitet|geben|reicht|sehen|kehrt)\\p{L}+',
        'auf .*(?:gelegt|gesetzt|geschoben|geändert)',
        '(?:geändert|angepasst)',
      ),
      needs: word('\\p{L}*termin\\p{L}*|zeitpunkt|uhrzeit|statt|neue[rsn]?|wechsel\\p{L}*', DAYS),
    },
    {
      kind: 'moved',
      pattern: word(
        `(?:verschiebung|umbuchung|verlegung|umlegen|umlegung|terminänderung|änderung|verschieben|tausch|umbuchen|verlegen) (?:\\S+ ){0,4}?(?:${DONE})`,
        '(?:ihr|dein|der) neuer? (?:termin|zeitpunkt) (?:ist|lautet|liegt)',
        'neuer? (?:termin|zeitpunkt|zeit|uhrzeit|tag|datum) (?:ist|lautet)',
        '(?:beginnt|beginnen|starten|startet|fängt|fangen|kommen|sind) (?:\\S+ ){0,4}(?:jetzt|nun|ab sofort) .*(?:früher|später)',
        '(?:von|vom) .* (?:in|auf) (?:den|die|das) .*(?:gesetzt|gestellt|gelegt|gebracht|getan|geschoben)',
        '(?:von|vom) .* (?:auf|in) .* ?\\p{L}*ge\\p{L}+(?:t|en)$',
        'um\\p{L}{3,}iert|(?:tag|termin|\\p{L}*zeit) (?:\\S+ ){0,3}gewechselt',
        'findet (?:\\S+ ){0,3}(?:jetzt|nun|stattdessen) .*statt',
        `(?:sind|kommen|ist|liegt|hat|haben|stehen|steht) .*statt(?: (?:am|um|wie|den|\\p{L}+))*`,
        'statt (?:am |um |wie )?.* (?:kommen|sind|ist|jetzt|nun|erwarten)',
        'aus .* (?:ist|wird|wurde) .*geworden',
        '(?:rutscht|wandert|verschiebt sich|zieht) .*(?:auf|in) (?:den|die|das|\\p{L}+)',
        '(?:vom|von) .*(?:gewandert|gerutscht|gezogen|umgezogen)|auf .*versetzt',
        'auf (?:die |eine |einen )?(?:nächste|kommende|übernächste|andere|spätere?)[nrs]? .*(?:gelegt|gesetzt)',
      ),
    },
    {
      kind: 'moved',
      pattern: word('steht|liegt|ist|sind|stehen'),
      needs: word(`nicht mehr (?:am|um|den|${DAYS}).*sondern`),
    },
    {
      kind: 'moved',
      pattern: word(
        '(?:eine?|zwei|drei|\\S+) (?:stunden?|wochen?|tage?|tag) (?:später|früher|nach hinten|nach vorne?)',
        'rübergezogen|nach (?:hinten|vorne?) (?:gerutscht|gewandert|gezogen)|anstelle von',
      ),
      needs: word('erledigt|statt|ist|habe?|steht'),
      weak: 'state',
    },
    {
      kind: 'moved',
      pattern: word(
        '(?:konnte|konnten|können) .*(?:verschieben|vorziehen|verlegen|umbuchen|umlegen|tauschen)|(?:verschieben|vorziehen|verlegen|umbuchen|umlegen|tauschen) (?:können|konnte|konnten)',
      ),
      when: 'promise',
    },
    {
      kind: 'booked',
      pattern: word(
        '(?:konnte|konnten) .*(?:quetschen|zwängen|schieben|reservieren|sichern|buchen|eintragen|unterbringen|einschieben|ergattern)|(?:reservieren|sichern|buchen|eintragen|unterbringen|einschieben) (?:können|konnte|konnten)',
      ),
      when: 'promise',
    },
    {
      kind: 'cancelled',
      pattern: word('(?:konnte|konnten) .*(?:stornieren|absagen|löschen)'),
      when: 'promise',
    },
    {
      kind: 'cancelled',
      pattern: word(
        'storniert|abgesagt|gestrichen|ausgetragen|rausgenommen|herausgenommen|rausgestrichen|aufgehoben|gecancelt|gekancelt|gecancelled|annulliert|abbestellt|abgemeldet|abgeblasen|rausgelöscht|rausgeworfen|rausgeschmissen|zurückgezogen|rückgängig gemacht|ausgebucht für sie',
      ),
    },
    {
      kind: 'cancelled',
      pattern: word(`gelöscht|entfernt|aufgelöst|getilgt|gekippt|verworfen|${TAKEN_OUT}`),
    },
    {
      kind: 'cancelled',
      pattern: word(
        '(?:ihr|dein)(?:en)? \\p{L}*(?:termin|besuch|platz) .*(?:freigegeben|freigemacht|zurückgegeben)',
      ),
    },
    {
      kind: 'cancelled',
      pattern: word(
        `(?:(?:ihr|dein)e?n? )${VISIT} .*(?:gibt es|existiert|besteht|steht) .*nicht (?:mehr|länger)`,
        `kein ${VISIT} mehr|(?:haben|hast) .*nichts mehr bei uns`,
        'sie (?:sind|stehen) .*nicht mehr .*(?:eingetragen|gebucht|drin|kalender|plan)',
        '(?:brauchen|müssen) .*nicht (?:mehr )?(?:zu )?(?:kommen|erscheinen)',
        '(?:erwartet|wartet|rechnet) .*(?:niemand|keiner)(?: mehr)?|(?:niemand|keiner) .*(?:erwartet|wartet|rechnet)',
        '(?:habe|haben|hab) (?:ich|wir) .*(?:sausen|fallen|platzen) lassen',
      ),
      needs: word(
        'termin|\\p{L}*termin|besuch|platz|eintrag|eingetragen|gebucht|\\p{L}*reservierung|bei uns',
        DAYS,
      ),
      needsNearby: word(
        'nicht (?:mehr|länger)|kein \\p{L}+ mehr|nichts mehr|keiner mehr|niemand mehr|raus|weg|lassen',
      ),
      when: 'gone',
    },
    {
      kind: 'cancelled',
      pattern: word(
        `(?:storno|stornierung|absage|löschung) (?:${DONE}|ist|bei uns)`,
        `${VISIT} (?:entfällt|fällt weg|(?:ist|sind) (?:\\S+ ){0,3}(?:raus|weg|hinfällig|vom tisch|gelöscht|frei|freigegeben))`,
        `aus (?:dem|unserem) ${BOOK} (?:verschwunden|raus|genommen|gelöscht|entfernt|heraus)`,
        'sind sie .*los|sie sind .*los',
        '^(?:damit |dann |jetzt |nun )?(?:sie sind|sind sie|du bist|bist du) (?:\\S+ ){0,2}raus',
        `aus (?:dem|unserem|meinem) ${BOOK} (?:\\p{L}*ge\\p{L}+|radiert|verbannt)`,
        '(?:weg|raus) ist (?:er|der|sie|die|es|das)|(?:er|der|es) ist (?:jetzt |nun )?(?:weg|raus)',
      ),
    },
    {
      kind: 'callback',
      pattern: word(
        `(?:${RING}) (?!sie (?:bitte|einfach|uns|mich|gerne|doch|kurz|am besten|jederzeit)).*(?:sie|dich|ihnen|euch|dir|sie) .*(?:zurück|an|durch)`,
        `(?:${RING}) (?:\\S+ )*(?:sie|dich|euch)(?: \\S+)* (?:zurück|an|durch)`,
        `(?:${RING}) (?:\\S+ )*(?:zurück|durch)`,
        `(?:${RING}) (?:sie|dich) (?:\\S+ ){0,3}(?:noch|gleich|heute|morgen|${DAYS}).*`,
        '(?:meldet|melden|melde) (?!sie ).*(?:sich|uns|mich).*',
        '(?:wird|werden) (?:\\S+ )*?(?:sich .*(?:melden|in verbindung setzen)|(?:sie|dich) .*(?:zurückrufen|anrufen|kontaktieren|anklingeln)|zurückrufen|zurückgerufen|angerufen)',
        '(?:sie|dich|ihnen) .*(?:zurückrufen|anrufen) wird|wird sie anrufen|setzt sich .*in verbindung|nimmt .*(?:kontakt|verbindung) .*auf|greift .*zum hörer|(?:kontaktiert|kontaktieren) (?!sie (?:bitte|einfach|uns|mich|gerne|doch|jederzeit)).*(?:sie|dich)|spricht .*mit ihnen|lässt .*von sich hören|(?:klärt|bespricht) .*telefonisch|kommt .*telefonisch .*zurück|hören (?:sie )?(?:\\S+ ){0,2}von uns|hören sie .*von|(?:kommt|kommen) .*telefonisch .*(?:auf|zu)|(?:wird|werden) .*mit ihnen telefonieren|holt .*telefonisch .*nach|mit (?:\\S+ ){0,2}anruf .*rechnen|auf (?:unseren|meinen|den|seinen|ihren) anruf.*|telefonisch .*bescheid|wir telefonieren (?:dann|morgen|heute|gleich|später|noch).*|greift .*zum telefon',
        'ruft (?:\\S+ )+(?:an|zurück|durch)$|(?:gibt|geben) .*telefonisch .*bescheid|(?:bekommen|bekommst|erhalten|erhältst|kriegen|kriegst) .*(?:rückruf|anruf|\\p{L}*anruf)',
      ),
      when: 'promise',
    },
    {
      kind: 'callback',
      pattern: word(
        '\\p{L}*rückruf\\p{L}* .*(?:notiert|vermerkt|eingetragen|weitergegeben|hinterlegt|veranlasst|angelegt|aufgenommen|vorgemerkt|weitergeleitet|raus|steht|vor|da|eingeplant|geplant|organisiert|bestellt|drin|ist bei|liegt bei|erfasst|angemeldet|gesetzt)',
        '(?:notiert|vermerkt|hinterlegt|veranlasst|weitergegeben) .*rückruf.*|(?:auf der|in die|zur|auf die) rückrufliste.*|rückrufliste',
      ),
    },
    {
      kind: 'callback',
      pattern: word(
        'ausgerichtet|weitergegeben|weitergeleitet|bescheid gegeben|bescheid gesagt|informiert|gebeten',
      ),
      needs: word(
        '(?:rück)?anruf\\p{L}*|rückruf\\p{L}*|zurückruf\\p{L}*|zurückzurufen|anzurufen|anruft|anrufen|meldet|melden',
      ),
    },
    {
      kind: 'booked',
      pattern: word(
        'gebucht|eingebucht|dazugebucht|mitgebucht|neugebucht|(?<!^)eingetragen|eingetragen(?!$)|reserviert|eingeplant|fixiert|festgemacht|eingeschrieben|verbucht|gebongt|geritzt|unter dach und fach|untergebracht|angemeldet|eingeschoben|dazwischengeschoben|reingeschoben|reingequetscht|terminiert|festgezurrt|eingetaktet|eingepflegt|klargemacht|angesetzt|dingfest gemacht|im kasten',
        '(?:buchung|reservierung|anmeldung|\\p{L}*termin) .*(?:ging|gingen|lief|gegangen|gelaufen) .*durch',
        '(?:buchung|reservierung) (?:\\S+ ){0,4}(?:durch|erfolgreich|abgeschlossen|komplett|geglückt|gelungen)',
        '\\p{L}*termin .*(?:angenommen|akzeptiert|besiegelt|zugesagt|sicher)',
        '(?:ist|sind) (?:\\S+ ){0,3}(?:ihnen|dir|euch) sicher',
        '(?:platz|slot|stuhl|termin|\\p{L}*zeit) (?:\\S+ ){0,5}(?:läuft|gehört|geht) (?:\\S+ ){0,3}(?:auf|an) (?:sie|dich|euch)',
        '(?:platz|slot|stuhl) (?:\\S+ ){0,4}für (?:sie|dich|euch) (?:\\S+ ){0,3}(?:weg|vergeben|belegt|besetzt|zu)',
      ),
    },
    {
      kind: 'booked',
      weak: 'state',
      pattern: word(
        `(?:habe|haben|hab|wurde|wurden|ist|sind) .*(?:${PUT_IN})|(?:${PUT_IN}) (?:habe|haben|hab)`,
      ),
      needs: MOMENT,
    },
    {
      kind: 'booked',
      pattern: word(
        '\\p{L}*termin (?:\\S+ ){0,3}(?:ist|wurde|sind|wurden) (?:\\S+ ){0,2}(?:vermerkt|notiert|hinterlegt|erfasst)',
        'unter ihrem namen .*(?:hinterlegt|vermerkt|eingestellt|erfasst)|(?:sie|dich|euch) .*(?:vermerkt|erfasst|registriert|aufgeschrieben|niedergeschrieben)',
      ),
      needs: MOMENT,
    },
    {
      kind: 'booked',
      pattern: word(
        'vorgemerkt|bestätigt|vereinbart|ausgemacht|notiert|gesichert|festgehalten|angelegt|geblockt|fest|fix|festgelegt|abgemacht|abgeschlossen|angenommen|blockiert|gespeichert|genommen|gesetzt|eingestellt|freigehalten',
      ),
      needs: OBJECT,
    },
    {
      kind: 'booked',
      weak: 'state',
      pattern: word(
        '(?:\\p{L}*termine?|buchung|reservierung) (?:\\S+ ){0,6}(?:steht|stehen)|steht (?:ihr|der|dein) \\p{L}*termin|der neue steht|sie stehen .*(?:drin|kalender|buch|plan|terminbuch)|stehen sie .*(?:drin|kalender|buch|plan)|du stehst .*(?:drin|kalender|buch|plan)',
        '(?:sie|du|beide|termine) (?:sind|bist) (?:\\S+ ){0,5}(?:drin|dabei|dran|eingetaktet)',
        '(?:haben|habe) (?:wir |ich )?(?:sie|dich) .*auf (?:dem|unserem) (?:zettel|plan|terminplan|schirm)|haben wir (?:ein date|eine verabredung)|(?:sie|du) (?:haben|hast) (?:jetzt |nun |damit |also )?(?:den|ihren|deinen) (?:termin|platz)',
        '(?:ist|sind) (?:\\S+ ){0,3}drin|ist safe|buchung (?:ist|war) (?:durch|erfolgreich|abgeschlossen|komplett|fertig)|(?:sie|du) (?:haben|hast) (?:jetzt|nun|damit) .*termin|reingeschrieben|eingetütet|steht (?:jetzt )?(?:im kalender|drin|fest|auf ihren namen)|steht .*(?:auf ihren namen|im (?:plan|kalender|buch|system))|läuft auf ihren namen',
        '(?:gehört|gehören) (?:jetzt |nun )?(?:ihnen|dir|euch)|(?:ist|sind) (?:jetzt |nun )?(?:ihrer|ihre|deiner)(?= *$)|(?:haben|hast) (?:jetzt|nun|damit) einen festen .*|(?:den|die|das) .*haben sie(?: sicher| jetzt| fest)*|hat (?:den|einen) platz .*(?:sicher|jetzt)|haben wir (?:sie|dich) .*(?:kalender|plan|buch)|haben wir sie (?:jetzt|nun)|habe (?:ich )?sie .*drin|haben sie ihren (?:termin|platz)|ist (?:jetzt )?ihr (?:platz|termin)',
      ),
    },
    {
      kind: 'booked',
      weak: 'state',
      pattern:
        /(?:^(?:dann |also |gut |tschüss |na )*bis (?:dann )?(?:am|um|nächst|kommend|montag|dienstag|mittwoch|donnerstag|freitag|samstag|morgen|übermorgen)|(?:^| )(?:sehen (?:wir )?uns|wir sehen uns|freuen? (?:wir |ich )?(?:uns|mich) (?:schon |sehr )?(?:darauf|auf (?:sie|dich|euch|ihren))|freuen uns|freut sich|freuen sich|erwarten (?:wir )?(?:sie|dich)|erwartet (?:sie|dich)|empfängt (?:sie|dich)|begrüßen (?:wir )?(?:sie|dich)|herzlich willkommen))/u,
      needs: MOMENT,
    },
    {
      kind: 'booked',
      weak: 'state',
      pattern: new RegExp(
        String.raw`^(?!.*(?<!\p{L})(?:${TALK})(?!\p{L}))(?=.*(?<!\p{L})(?:sie|ihr|ihre[rnms]?|ihnen|du|dich|dir|deine?[rnms]?)(?!\p{L}))(?=.*${MOMENT.source}).*(?<!\p{L})(?:ist|sind|bist|hat|habe|haben|steht|kommen|kommst|sitzen|sitzt|bleibt|nehmen wir uns zeit|drankommen)(?!\p{L})`,
        'u',
      ),
      needs: DAY_AND_HOUR,
    },
    {
      kind: 'booked',
      weak: 'done',
      pattern: new RegExp(
        String.raw`^(?!.*(?:wunsch|anfrage|anliegen|nachricht|zettel|nummer|(?<!\p{L})namen?(?!\p{L}))).*(?<!\p{L})${HAVE_DONE}$`,
        'u',
      ),
      needs: new RegExp(String.raw`(?<!\p{L})${PLACE}(?!\p{L})`, 'u'),
      needsNearby: word('sie|ihnen|ihren?|ihr|dich|dir'),
    },
    {
      kind: 'booked',
      weak: 'done',
      pattern:
        /^(?:erledigt|alles erledigt|fertig|geschafft|das hat geklappt|hat geklappt|das ist (?:nun |jetzt )?(?:amtlich|offiziell|gebongt|besiegelt)|perfekt geklappt|schon passiert|gemacht|und fertig|(?:so )?das (?:haben|hätten) wir)$/u,
      needsNearby: MOMENT,
    },
    {
      kind: 'booked',
      weak: 'done',
      pattern: /^eingetragen$/u,
    },
  ],
}
