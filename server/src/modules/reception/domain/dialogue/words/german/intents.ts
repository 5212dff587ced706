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

const spokenIntents: Readonly<Record<SaidIntent, string>> = {
  book: `termin* | buch* | vorbeikomm* | vorbei komm* | haben sie … frei | haben sie … platz | haste … zeit | haste … frei | hast du … zeit | hast du … frei | haste was |
    habt ihr … frei | haetten sie … frei | haetten sie … platz | haetten sie … zeit | haetten sie … was | haettet ihr … frei |
    haettet ihr … platz | haettet ihr … zeit | haben sie … zeit | habt ihr … zeit | hamse … frei | unterkomm* |
    wann kann ich … hin* | wann kann ich … bring* | wann kann ich … vorbei* | wann koennte ich | wann kann ich … kommen |
    wann haetten sie | wann haettet ihr | luecke | dazwischenquetsch* | dazwischenschieb* | reinquetsch* | einschieb* | rumkomm* | was frei | haben sie … was offen | noch offen | anmelden | dran komm* | drankomm* | einen neuen | neuen machen`,
  callback: `zurueckruf* | zurueckgerufen | zurueck ruf* | rueckruf* | ruf* … zurueck | rufen sie mich … an |
    jemand … anruf* | melden sie sich | sich … bei mir meld* | sich … mal … meld* | sich … jemand … meld* | sich … wer … meld* | sich … einer … meld* |
    jemand … bei mir meld* | ruf* … mich … an | mich … anklingel* | anruf von ihnen | ruf* … durch | soll* … anrufen | soll* … sich … meld* | mich … anruf* |
    uns … anruf* | ruft mich … an | rufen … mich an | kontaktier* | mit mir in verbindung | mich … erreich* | bei mir … anruf* | bei mir … durchklingel* | mich … durchklingel*`,
  human: `einen menschen | einem menschen | einer person | echte* person | echte* mensch* |
    richtige* mensch* | jemand* echte* | haette gern* … gesprochen | haette gern* … am apparat | jemand* richtige* | echt* jemand | wer echte* | kein* computer* | mit … maschine rede* | mit … maschine … nicht | mit … roboter … nicht | mit … computer … nicht | mit … automat* … nicht | rede* nicht mit | red nicht mit | spreche nicht mit | sprech nicht mit | geben sie mir den | geben sie mir die | gib mir den | gib mir die | geben sie mir mal | weitergeben an | weiterreichen an | zu sprechen | mit der anmeldung | an die anmeldung | mit der rezeption | mit dem empfang | mit jemand* sprechen | jemand* … sprechen | jemand* … vom team |
    einem mitarbeiter* | einer mitarbeiterin | einen mitarbeiter* | verbinden sie mich | verbinden |
    geben sie mir … kolleg* | gib mir … kolleg* | geben sie mir … jemand* | geben sie mir … mitarbeiter* | holen sie … jemand* |
    jemand* … ans telefon | jemand* … reden | mensch* … reden | mensch* … sprechen | mitarbeiter* … sprechen | mitarbeiter* … reden |
    kolleg* … sprechen | kolleg* … reden | chef* … sprechen | chef* … reden | chef* … ans telefon | meister … sprechen | meister … reden |
    inhaber* … sprechen | inhaber* … reden | sprechstundenhilfe | arzthelferin | jemand* persoenlich* | mit ihnen persoenlich |
    durchstellen | durch stellen | stellen sie mich … durch | weiterleiten | weiterverbinden | den chef | die chefin | keine* maschine | keine* roboter |
    keine* computer`,
  move: `auf … ziehen | auf … ruecken | auf … setzen | auf … umlegen | auf … verlegt | daraus … machen | verschieb* | verschoben | verlegen | verlege | verlegst | termin* … verlegt | umbuch* | umgebucht | termin … aender* |
    termin … geaendert | termin … tauschen | vorverleg* | vorziehen | frueher kommen | spaeter kommen |
    nach hinten schieben | auf … legen | drauf legen | auf … schieben | umlegen | neuen termin … statt | anderen termin … statt | nach vorne schieben | nach hinten verschieb* | anderen tag legen | termin … legen`,
  cancel: `absag* | abzusag* | stornierung | abbestell* | abgesagt | sag* …… ab | sag* … termin* … ab | stornier* | canceln | nicht wahrnehmen | termin … loesch* |
    termin … abmelden | streich* … termin* | termin* … streich* | streich* …… raus | austragen | rausnehm* … termin* |
    termin* … rausnehm* | brauch* … termin* … nicht | termin* … nicht mehr brauch* | termin* … zurueckgeb* |
    termin* … ausfallen | termin* … sausen | termin* … freigeb* | loesch* … termin* | annullier* | abbestell* |
    mein* … termin* … los | termin* … loswerden | aus dem kalender nehm* | nehm* … aus dem kalender | nehm* mich …… raus | nehm* … mich … raus | mich … rausnehm* | mich … austragen | mich … streich* |
    trag* … mich … aus | streich* … mich |
    komm* … doch nicht | nehm* … termin* … nicht | termin* … raus`,
  appointments: `wann soll mein* | wann muss mein* | wann soll das auto | wann muss das auto | wann soll der wagen | wann muss der wagen | wann muss ich … kommen | wann muss ich … zu ihnen | wann muss ich … zu euch | wann war … termin |
    wie viel uhr soll ich | wieviel uhr soll ich | wann … soll ich | wann … ich da sein | wann … ich bei ihnen sein |
    wie viel uhr … mein termin | wieviel uhr … mein termin | wann bin ich … bestellt | zettel verlegt | termin vergessen | wann soll ich … kommen | wann bin ich … dran | wann ich … dran bin |
    wann ich … kommen soll | wann ich … kommen muss | wann … mein termin | wann … meinen termin | wann habe ich … termin | welche termine habe ich |
    wann ich … termin habe | wann hab ich … termin | hab ich … einen termin | habe ich … einen termin |
    hab ich … termine | habe ich … termine | termine hab ich | termine habe ich | was fuer termine | wie viele termine | wieviele termine | stehe ich … drin | steh ich … drin | ob ich … was habe | ob ich … was hab | ob ich … termin habe |
    ob ich … termin hab | ob ich … etwas habe | weiss … termin … nicht | wann … termin … war | termin … nachschauen |
    termin … nachsehen | steht … mein termin | fuer wann … eingetragen | bin ich … eingetragen | wann hatte ich … termin |
    was habe ich … gebucht | was hab ich … gebucht | meine termine | meinen naechsten termin | mein naechster termin`,
  own_appointment: `meinen termin | mein termin | den ich schon habe | den ich habe | den bestehenden | bestehenden termin`,
  cannot_come: `unmoeglich weg | unmoeglich kommen | muss … passen | schaff* … nicht | kann … nicht kommen | nicht zum | nicht zur | nicht zu ihnen | nicht zu euch | kann … nicht da sein | komm* … nicht |
    wird … nichts | wird … nix | wird nix | klappt … nicht | klappts … nicht | was dazwischen* | dazwischengekommen |
    dazwischen gekommen | verhindert | nicht einhalten | passt … nicht mehr | kann … termin … nicht`,
  waitlist: `warteliste | auf die liste | nachrueck* | wenn … was frei wird | falls … was frei wird | falls … absagt |
    wenn … absagt`,
  question_hours: `oeffnungszeit* | bis wann | ab wann | von wann | wann … geoeffnet | wann … offen | wann haben sie … auf | wann habt ihr … auf |
    wann machen sie … auf | wann machen sie … zu | wann schliess* | wann oeffn* |
    wie lange haben sie … auf | wie lange … offen | wie lange … geoeffnet | haben sie … geoeffnet |
    haben sie … offen | haben sie … auf | habt ihr … auf | habt ihr … offen | habt ihr … geoeffnet |
    hat … geoeffnet | hat … offen | hat die … auf | hat der … auf | hat das … auf | ist … geoeffnet | ist … offen |
    ist bei ihnen … offen | hat … zu § | ist … zu § | haben sie … zu § | habt ihr … zu § | seid ihr … da | sind sie … da | ist … jemand da | ist … besetzt | arbeitet ihr … am |
    arbeiten sie … am | macht ihr … auf | macht ihr … zu | bis wann … da | bis wann … auf | ab wann … auf | ab wann … da |
    von wann bis wann | bis wann kann | ab wann kann | wann kann ich … abholen | geschlossen | wann ist … auf | wann ist … zu | wann macht … auf | wann macht … zu |
    sprechzeit* | sprechstunde*`,
  question_price: `hinlegen | berappen | kostet | kosten | koste* | preis* | wie teuer | was nehmen sie | was nehmt ihr | was verlang* | was muss ich … zahlen | was kommt … das | wie viel … zahl* |
    wieviel … zahl* | wie viel euro | was macht das`,
  question_services: `was bieten sie | welche leistungen | was fuer leistungen | was machen sie … alles |
    was koennen sie | ihr angebot`,
  question_duration: `wie lang* dauer* |  wie lang* brauch* | wie lang* geht | wie lang* muss | wie lang* steht |
    wie lang* sitz* | wie lang* bin ich | wie lang* bleib* | wie lang* ist ein* | wie lang* wird | wie lang* zieht |
    wie lang* benoetig* | wie viel zeit | wieviel zeit | dauert das lange | dauert … lange`,
  question_staff: `wer macht | wer schneid* | wer faerb* | wer foehn* | wer kann | wer arbeitet | wer ist alles |
    wer bietet | wer von ihnen | bei wem | was macht | macht … auch | schneid* … auch | faerbt … auch |
    arbeitet … noch | kann … auch | wer ist | wer bei ihnen | wer bei euch | wer von euch | wer von den`,
  question_presence: `arbeitet | ist … im haus | ist … da | ist … im dienst | hat … dienst | hat … urlaub | ist … im urlaub |
    welchen tagen | welche tage | wann ist | steht … im laden | ist … anwesend`,
  question_about: `allergi* | unvertraeglich* | vertrage | was ist der unterschied | was unterscheidet | wie laeuft |
    wie funktioniert | tut das … weh | worauf … achten | muss ich … mitbringen | muss ich vorher | muss ich da vorher | muss ich dafuer | muss ich fuer | brauche ich dafuer | brauche ich da | brauche ich vorher | muss man | braucht man | sollte man | soll ich … mitbringen | nuechtern |
    vorher … waschen | uebernimmt … kasse | zahlt … kasse | krankenkasse | ueberweisung | garantie | wie lange haelt |
    wie oft muss | wie oft sollte | welche produkte | welche marke* | welche farben | was beinhaltet | gehoert dazu |
    inbegriffen | was genau machen sie | was machen sie da | was passiert`,
  question_other: `verkauft ihr | bietet ihr | nehmt ihr | akzeptiert ihr | akzeptieren sie | verwendet ihr | benutzt ihr |
    koennt ihr | gibts | gibt's | muesst ihr | duerfen wir | kann man | wo | wie | was | wann | wer | wem | warum | wieso | weshalb | welche* | gibt es | kann man | koennen sie |
    haben sie | habt ihr | muss ich | muss man | darf ich | darf man | kann ich | kann mein* | brauche ich |
    nehmen sie | verkaufen sie | bieten sie | machen sie | verwenden sie | benutzen sie | sind sie | seid ihr |
    ist es | ist das | ist bei | hat der | hat die | allergi* | frage`,
  are_you_human: `sind sie … mensch | sind sie … roboter | sind sie … computer | sind sie … maschine |
    sind sie … ki | sind sie … echt | bist du … mensch | bist du … roboter | bist du … ki |
    spreche ich mit … mensch* | spreche ich mit … computer | spreche ich mit … maschine |
    wer sind sie | mit wem spreche ich`,
  yes: `ja | jo | jou | joa | basst | passt scho | jawohl | jap | jep | jaja | ja klar | gern | gerne | klar | natuerlich |
    selbstverstaendlich | genau | richtig | korrekt | stimmt | passt | das passt | passt super |
    okay | ok | oke | okey | in ordnung | alles klar | einverstanden | perfekt | super | prima |
    wunderbar | bestens | machen wir | machen sie das | so machen wir | so koennen wir | koennen wir … machen | koennen wir so machen | machen sie mal | jawoll | jau | jup | jupp | ist recht | is recht | mir recht | geht klar | geht in ordnung | von mir aus | meinetwegen | aber ja | ja doch | logisch | stimmt so | passt schon | eintragen | tragen sie … ein | tragen sie das ein | mhm | hmhm | top | alles bestens | alles richtig | wird gemacht | haut hin | passt mir | nur zu | los gehts | den nehm ich | die nehm ich | nehme ich | nehm ich |
    den nehme ich | geht | das geht | das waere gut | waere gut | klingt gut | gut | sehr gut |
    freilich | ja bitte | tun sie das | so ist es | sicher | auf jeden fall | unbedingt`,
  no: `nein | nee | ne | noe | naa | noi | nicht noetig | brauche ich nicht | brauch ich nicht |
    moechte ich nicht | will ich nicht | lieber nicht | nicht angeben | habe keine | hab keine |
    habe ich nicht | hab ich nicht | keine e mail* | keine mail* | ohne | auf keinen fall | falsch |
    stimmt nicht | stimmt … nicht | nicht richtig | nicht absagen | nicht stornieren | nicht streichen | nicht loeschen | lassen sie … stehen | bleibt stehen | nicht verschieben`,
  unsure: `weiss ich nicht | weiss nicht | weiss … nicht | weiss ich gerade nicht | keine ahnung |
    nicht sicher | noch nicht`,
  reject: `passt … nicht | passt gar nicht | geht … nicht | kann ich … nicht | kann … nicht |
    da kann ich nicht | nicht so gut | zu frueh | zu spaet | nicht um | nicht den | nicht am |
    nicht der | war ja | war erst | hatte ich erst | hatte ich schon | hatten wir erst | hatten wir schon | ist ja | ist schon | hab ich schon | habe ich schon | bin ich schon | bin ich nicht | bin ich weg |
    bin ich im | bin ich auf | bin ich bei | schlecht | ungeeignet | unguenstig | arbeite ich | muss ich arbeiten | keiner |
    keiner davon | keine davon | keinen davon | kein* … rueckruf* | schaff* … nicht`,
  any: `egal | ist mir gleich | keine praeferenz | kein* vorliebe* | kein* bestimmt* | wurscht | wurst | irgendein* | das ueberlasse ich ihnen |
    suchen sie … aus`,
  later: 'spaeter | spaeteres | spaeterer | spaeteren | zu frueh | weiter hinten',
  earlier: 'frueher | frueheres | frueherer | frueheren | eher | zu spaet | schon vorher',
  other: `andere* termin* | andere zeit* | andere* uhrzeit | was anderes | etwas anderes | sonst noch |
    noch andere* | weitere* | alternative* | noch was frei | noch etwas frei`,
  another: `noch ein* | noch einen termin | weiteren termin | zweiten termin | ausserdem | brauche noch |
    haette noch | moechte noch | und noch | auch noch | dann noch | dazu noch | brauche auch | braucht auch |
    moechte auch | und fuer mein*`,
  someone_else: `mein* frau | mein* ehefrau | mein* mann | mein* ehemann | mein* partner* | mein* freund* |
    mein* sohn* | mein* tochter | mein* kind* | mein* mutter | mein* vater | mein* mama | mein* papa | mein* oma |
    mein* opa | mein* schwester | mein* bruder | mein* enkel* | jemand* ander*`,
  abandon: `doch nicht | doch keinen termin | keinen termin mehr | vergessen sie | vergiss es |
    hat sich erledigt | lassen wir | lass mal | abbrech* | brechen sie … ab | ueberlege … noch |
    ueberleg … noch | melde mich … wieder | melde mich … mal | rufe … noch mal an |
    will … nicht mehr | moechte … nicht mehr | lassen sie es | lassen sie das | muss … ueberlegen | lassen sie mal | lassen sie … gut sein | lass … gut sein |
    melde mich dann | melde mich lieber | melde mich spaeter | melde mich noch | rufe … spaeter … an | ruf … noch mal an`,
  repeat: `wie bitte | noch mal bitte | nochmal bitte | noch einmal bitte | bitte noch mal |
    bitte nochmal | bitte noch einmal | nochmal | noch mal | wiederhol* | was haben sie gesagt |
    was sagten sie | nicht verstanden | habe sie nicht verstanden | akustisch | hae | was bitte`,
  wait: `moment | augenblick | sekunde | warten sie | warte mal | bleiben sie dran | ich schaue … nach`,
  greeting: `hallo | guten tag | guten morgen | guten abend | schoenen guten tag | gruess gott | gruess gottle | gruess sie |
    servus | moin | tag | hi`,
  thanks: 'danke | dankeschoen | vielen dank | danke schoen | besten dank | danke ihnen | merci',
  goodbye: `auf wiederhoeren | auf wiedersehen | wiederhoeren | wiedersehen | wiederschauen | tschuess |
    tschuessi | tschau | ciao | ade | bis dann | bis bald | schoenen tag noch | einen schoenen tag |
    schoenes wochenende | schoenen abend noch | das wars | das war's | das waers | das waer's | waers das | das waer alles | das war alles |
    das waere alles | ich lege auf | ich leg auf`,
}

const spokenAspects: Readonly<Record<Aspect, string>> = {
  time: 'zeit | uhrzeit | tag | datum | zeitpunkt | den termin',
  service: 'leistung | behandlung | dienstleistung',
  name: 'name | namen | nachname | nachnamen | vorname | vornamen',
  email: 'e mail | email | mail | mailadresse | e mail adresse | adresse',
  phone: 'nummer | telefonnummer | handynummer | rufnummer',
}

const habitualDays = [
  ...['montags', 'dienstags', 'mittwochs', 'donnerstags', 'freitags', 'samstags', 'sonnabends', 'sonntags'],
  ...['am wochenende', 'an wochenenden', 'feiertags', 'an feiertagen', 'abends'],
]
const asksForDays = [
  ...['kann man …', 'koennte man …', 'darf man …', 'kommt man …', 'kann ich … auch', 'koennen wir … auch'],
  ...[
    'koennte ich … auch',
    'geht … auch',
    'machen sie … auch',
    'macht ihr … auch',
    'gibts … auch',
    'gibt es … auch',
  ],
]

export const intentWords: IntentWords = {
  asksWhen: phrases('wann'),
  asksWhat:
    /^[^a-z]*(?:(?:hallo|guten tag|guten morgen|tag|ja|und|also|sagen sie(?: mal)?|sag mal|aeh|aehm|mal ne frage|eine frage|ich wollte fragen)[^a-z]+)*(?:wie (?:lange|oft|viel)|was|wo|wer|warum|wieso|weshalb|wozu|womit|worin|woraus|wofuer|welche[nrsm]?|mit was)(?![a-z])/,
  elsewhen: phrases(
    `geht auch | ginge auch | gehts auch | geht es auch | stattdessen | lieber | spaeter | frueher | neuen termin |
    anderen termin | ander* tag | ander* zeit | ausweichen`,
  ),
  instead: phrases(
    `stattdessen | dafuer am | dafuer lieber | ginge auch | geht auch | gehts auch | geht es auch | ginge es auch | ander* tag |
    ander* termin | ander* zeit | ander* uhrzeit | neuen termin | neuer termin | ausweichen | koennte ich … kommen |
    koennten wir … treffen | ersatztermin | alternativtermin`,
  ),
  onlyIf: phrases(
    'wenn ich … moechte | wenn ich … will | wenn ich … brauche | fuer einen neuen | fuer den naechsten freien',
  ),
  unannounced: phrases('ohne termin | ohne voranmeldung | ohne anmeldung | unangemeldet'),
  bareYes: /^[^a-z]*(?:bitte|bitte (?:gern|gerne|schoen|sehr)|mhm|hm hm|mm hm|jo mei)[^a-z]*$/,
  freeAsked:
    phrases(`was haben sie denn | was haben sie so | was haben sie da | was haetten sie | was habt ihr | was geht denn |
    was ginge | was gaebe es | was gibt es denn | was waere … moeglich | was ist … frei | was ist … moeglich | was koennen sie … anbieten |
    wann haben sie | wann haetten sie | wann ginge | wann geht | wann ist … frei | wann passt | wann wuerde | schlagen sie … vor | machen sie … vorschlag`),
  clearNo: phrases('nein | nee | ne | noe | doch nicht absagen | stehen lassen | ich komme | ich komm'),
  asksFee: phrases(
    `kostet | kosten | koste | kostenlos | kostenfrei | umsonst | gratis | gebuehr* | zahlen | bezahlen | berechnet |
    in rechnung | berechnen sie | was … kostet`,
  ),
  feeOfChange: { move: 'Was kostet es, wenn ich verschiebe?', cancel: 'Was kostet es, wenn ich absage?' },
  asksGenerally: phrases(habitualDays.flatMap(day => asksForDays.map(asks => `${asks} ${day}`)).join(' | ')),
  asksRule: phrases(
    `bis wann … absag* | bis wann … verschieb* | bis wann … stornier* | bis wann … abmeld* | bis wann … umbuch* |
    bis wann … aender* | bis wann … verleg* | bis wann … bescheid | wie kurzfristig | wie lange vorher | wie lang vorher |
    wie lange im voraus | wie viele stunden vorher | wie viel stunden vorher | wie spaet … absag* | wie spaet … verschieb* |
    wie spaetestens | spaetestens absag* | was kostet … absag* | was kostet … abgesag* | was kostet … verschieb* |
    was kostet … stornier* | was kostet … wenn | kostet … absag* | kostet … stornier* | kostet … verschieb* |
    kostet … umbuch* | kostet … nicht komm* | was passiert … nicht komm* | was passiert … absag* | was ist wenn … absag* |
    wenn ich … absag* | wenn ich … nicht komm* | wenn ich … nicht wahrnehm* | wenn man … absag* | falls ich … absag* | den ich nicht wahrnehm* | kann man einen termin | kann man termine | kann man auch … absag* | muss man … absag* | darf man … absag* | online … absag* | online … verschieb* | online … umbuch* | online … stornier* | per mail … absag* |
    per e mail … absag* | absagefrist* | stornofrist* | stornogebuehr* | stornierungsgebuehr* | stornokosten | ausfallgebuehr* |
    ausfallhonorar | absagegebuehr* | stornobedingung* | absageregel*`,
  ),
  intents: compiled(spokenIntents),
  aspects: compiled(spokenAspects),
  yesDespiteNo: phrases(
    'kein problem | warum nicht | nichts dagegen | nicht schlecht | wieso nicht | ohne probleme',
  ),
  politeness: phrases(`haette … gern* | haetten … gern* | wuerde … gern* | wuerden … gern* | moechte … gern* |
    moechten … gern* | will … gern* | bitte sehr | ist ja | war ja | sind ja | waren ja | hab ja | habe ja | hat ja | hatte ja |
    haben ja | bin ja | kann ja | koennte ja | muss ja | wird ja | wollte ja | wollten ja | ja erst | ja eigentlich | ja gar`),
  clearYes: phrases('ja | jawohl | jo | jou | joa | jap | jep | jaja | freilich | einverstanden'),
  negation: phrases('nicht | kein | keine | keinen | keiner | keins | keines | keinem | nie | niemals'),
  emergency: phrases(`notfall | notarzt | krankenwagen | rettungswagen | lebensgefahr | brustschmerz* |
    schmerz* … brust | atemnot | keine luft | bekomme … keine luft | bewusstlos* | ohnmaechtig* |
    schlaganfall | herzinfarkt | herzstillstand | blutet stark | stark* blut* | vergiftet |
    vergiftung | nicht atmen | nicht mehr atmen | schlecht luft | schwer luft | schnappt nach luft | ringt nach luft |
    gelaehmt | laehmung* | haengender mundwinkel | allergischer schock | verblut* | krampfanfall | suizid* | selbstmord | umbringen`),
  injection:
    phrases(`ignorier* … regel* | ignorier* … anweisung* | ignorier* … instruktion* | ignorier* … vorgabe* |
    ignorier* alles | vergiss … regel* | vergiss … anweisung* | vergiss alles |
    vergessen sie … regel* | vergessen sie … anweisung* | ignore … instructions | ignore … rules |
    forget … instructions | disregard … instructions | system prompt | systemprompt | prompt |
    du bist jetzt | sie sind jetzt ein* | du bist ab sofort | tu so als | tun sie so als |
    developer mode | entwicklermodus | jailbreak | you are now | act as`),
  takesBack:
    phrases(`obwohl | wobei | halt nein | nee halt | moment mal | oder moment | warten sie | ach wissen sie was | wissen sie was |
    oder nein | oder nee | oder doch | oder besser | nee doch | ach quatsch | ach ne | ach nee | aeh ne | aeh nee | aeh nein | aehm nein | nee moment | nee warte | ach nein | oh nein | nein moment | nein quatsch | quatsch | nein eigentlich |
    nein ich meine | ich meine | ich meinte | vielmehr | nein doch | nein lieber`),
  correction:
    phrases(`gleiche zeit | selbe zeit | gleiche uhrzeit | selbe uhrzeit | gleichen zeit | selben zeit | lieber | doch | sondern | stattdessen | statt | besser | ich meinte | ich meine | quatsch |
    korrigier* | korrektur | aendern | nein | nee | falsch | aber`),
}

function compiled<Key extends string>(table: Readonly<Record<Key, string>>): Record<Key, RegExp> {
  const entries = Object.entries<string>(table).map(([key, list]) => [key, phrases(list)])
  return Object.fromEntries(entries)
}
