import { phrases } from '../../understand/phrase-pattern.ts'
import type { Lexicon } from '../lexicon.ts'
import { clockPart, readClocks } from './clock.ts'
import { groupWords } from './groups.ts'
import { intentWords } from './intents.ts'
import { nameWords } from './names.ts'
import { ordinals, plainNumbers } from './numbers.ts'
import { ownWords } from './own.ts'
import { seriesWords } from './series.ts'

export const german: Lexicon = {
  ...intentWords,
  names: nameWords,
  groups: groupWords,
  own: ownWords,
  series: seriesWords,
  asksForThis:
    phrases(`deutsch bitte | auf deutsch | sprechen sie deutsch | deutsch sprechen | koennen sie deutsch |
    german please | in german | speak german | speak … german`),
  tellTale: new Set(
    `ich du der das den dem und nicht ein eine einen einem bitte ja nein ist haben hab habe kann koennen moechte
    haette gern gerne fuer mit bei auf zu von wie wann wo wir sie mein meine meinen termin morgen heute uhr guten tag
    danke noch auch aber dann oder brauche wuerde es mir mich haarschnitt naechste woche`.split(/\s+/),
  ),
  services: {
    stems: [
      {
        spoken: phrases(
          'schneid* | haareschneid* | haarschneid* | hoorsnieden | geschnitten | schnitt | frisur | spitzen',
        ),
        stem: 'schnitt',
      },
      { spoken: phrases('faerb* | gefaerbt | toen* | getoent | straehn*'), stem: 'faerb' },
      { spoken: phrases('foehn* | foen* | gefoehnt | gefoent'), stem: 'foehn' },
      { spoken: phrases('reifen* | raeder* | winterreifen | sommerreifen'), stem: 'reifen' },
      {
        spoken: phrases('schmerz* | zahnschmerz* | zahnweh | weh | wehtut | reissen im zahn | dicke backe'),
        stem: 'schmerz',
      },
      { spoken: phrases('zahnreinigung | pzr'), stem: 'prophylaxe' },
    ],
    hints: [
      {
        spoken:
          phrases(`lampe* | motorlampe | warnleuchte* | leuchtet | geraeusch* | klapper* | klacker* | knack* | schleif* | rumpel* | polter* | brumm* | scheppert | anhoeren |
          quietsch* | ruckel* |
          springt … nicht an | bremse* | pfeif* | vibrier* | stottert | verliert oel | zieht nach links | zieht nach rechts |
          draufschau* | fehlerspeicher | fehlermeldung | motor*`),
        stem: 'diagnose',
      },
      { spoken: phrases('durchsicht | oelwechsel | service am auto | jahresservice'), stem: 'inspektion' },
      {
        spoken:
          phrases(`auto … abgeb* | wagen … abgeb* | auto … bring* | wagen … bring* | auto … vorbeibring* | wagen … vorbeibring* |
          auto … hinstell* | wagen … hinstell* | auto … abstell* | wagen … abstell* | auto … dalassen | wagen … dalassen |
          schluessel … abgeb* | schluessel … einwerf*`),
        stem: 'annahme',
      },
      {
        spoken: phrases('untersuch* | durchcheck* | vorsorge* | nachschauen lassen | nachsorge'),
        stem: 'kontroll',
      },
      {
        spoken: phrases(
          `neuer patient | neue patientin | neue patienten | neupatient* | neu bei ihnen | erste mal bei ihnen | kennenlern* |
          neuen arzt | neuen hausarzt | neue leute | noch leute | noch patienten`,
        ),
        stem: 'erstgespraech',
      },
      { spoken: phrases('locken | wellen'), stem: 'dauerwelle' },
      {
        spoken: phrases(
          'haare mach* | haare ab | kuerzen | nachschneid* | zum friseur | zum frisoer | matte | maehne | pony',
        ),
        stem: 'schnitt',
      },
      { spoken: phrases('ansatz | graue haare | blondier* | nachfaerb*'), stem: 'faerb' },
      { spoken: phrases('sommer auf winter | winter auf sommer | umstecken | schlappen'), stem: 'reifen' },
      {
        spoken: phrases(
          `zahn | zaehne | backenzahn* | schneidezahn* | weisheitszahn* | zahnfleisch | abgebrochen | rausgefallen | fuellung |
          plombe | krone | entzuend* | geschwoll* | eitr* | pocht | pochen`,
        ),
        stem: 'schmerz',
      },
      {
        spoken: phrases('waschen und legen | waschen legen | legen lassen | hochsteck* | eindrehen'),
        stem: 'foehn',
      },
    ],
    persons: [
      { spoken: phrases('frau | dame | damen | ehefrau | freundin | mutter | mama'), stem: 'dame' },
      { spoken: phrases('mann | herr | herrn | herren | ehemann | maenner | vater | papa'), stem: 'herr' },
      {
        spoken: phrases(
          'kind | kinder | kinds | sohn | soehne | tochter | toechter | junge* | jungs | bub | buben | bube | maedchen | enkel* | kleinen',
        ),
        stem: 'kind',
      },
    ],
    denials: phrases('kein | keine | keinen | keiner | nicht die | nicht das | nicht den | statt | anstatt'),
    ignored: new Set([
      'termin',
      'termine',
      'beratung',
      'service',
      'leistung',
      'behandlung',
      'waschen',
      'haare',
      'haar',
    ]),
  },
  staff: {
    titles: phrases('dr | prof | doktor | professor | frau | herr | herrn'),
    prepositions: phrases('bei | beim | zu | zum | zur | mit | von | statt'),
    who: phrases('wer | wem | welche kolleg* | welche mitarbeiter* | mitarbeiter* | ihr team | euer team'),
    speaks: phrases(
      `sprechen | reden | gesprochen | ans telefon | an den apparat | am apparat | durchstellen | verbinden |
      geben sie mir | gib mir | gebt mir | holen sie | die frau * haben | den herrn * haben | den doktor * haben | den dr * haben`,
    ),
    anyone:
      phrases(`egal bei wem | bei wem … egal | egal wer | wer ist … egal | wer … frei ist | wer … frei hat |
      bei irgendwem | bei jemand anderem | bei jemand anders | bei wem auch immer |
      bei irgendjemand* | andere* kolleg*`),
  },
  times: {
    namesNoTime:
      phrases(`ist gestern | ist vorgestern | habe gestern | hab gestern | seit gestern | seit vorgestern | seit heute |
      seit * tagen | seit * woche* | war gestern | hatte gestern | guten morgen | guten tag | guten abend | schoenen tag | schoenen abend | schoenes wochenende |
      bis morgen | von heute auf morgen | letztes jahr | letzten jahr | vorletztes jahr | letzten monat | letztes mal | letzten mal |
      letzten sommer | letzten winter | vor einem jahr | vor zwei jahren | vor * jahren | vor ein paar * | vor einigen * |
      vor einem monat | vor einem halben jahr | war vor * woche* | war vor * monat* | vor kurzem | neulich | damals | zu frueh | zu spaet | * stunde* spaeter | * minuten spaeter |
      * stunde* frueher | * minuten frueher | fuer mi | do you | do i | do we | do they | i do`),
    greetsFirst:
      /^[^a-z0-9]*(?:na )?(?:morgen|abend|tag|mahlzeit)(?: zusammen| allerseits)?(?=\s*[,.!])(?!\s*[,.!]\s*(?:um|so|gegen|ab|nach|vor|frueh|vormittag|nachmittag|mittag|gleich|oder|am|\d))/,
    anyTime: phrases(`so bald wie moeglich | so schnell wie moeglich | moeglichst bald | moeglichst schnell |
      schnellstmoeglich* | baldmoeglichst | naechstmoeglich* | naechste freie* termin |
      naechsten freien termin | naechster freier termin | egal wann | wann … egal | irgendwann |
      jederzeit | wann immer sie | wann sie was frei haben | wann … was frei | fruehestmoeglich* |
      sobald wie moeglich | bald`),
    anyHour:
      phrases(`irgendwann | egal wann | wann … egal | jederzeit | egal um wie viel uhr | uhrzeit … egal |
      zeit … egal | egal welche uhrzeit | zu jeder zeit | zu jeder uhrzeit | den ganzen tag`),
    soonest: 'so bald wie möglich',
    limits: phrases('nicht vor | nicht nach | nicht bevor | erst ab | erst nach | erst um'),
    towards: phrases(
      `auf | auf den | auf die | lieber | besser | stattdessen | sondern | dafuer | dann lieber | dann eher | geht auch |
      ginge auch | gehts auch | geht es auch | ginge es auch | ginge vielleicht | wie waere | wie waers | wie waere es |
      haetten sie | haben sie | haettet ihr | habt ihr | haetten sie noch | haben sie noch`,
    ),
    destination: null,
    shifts:
      phrases(`* stunde* spaeter | * minuten spaeter | * stunde* frueher | * minuten frueher | * woche* spaeter |
      * woche* frueher | * tag* spaeter | * tag* frueher | * stunde* nach hinten | * stunde* nach vorne |
      * woche* nach hinten | * woche* nach vorne | * tag* nach hinten | * tag* nach vorne | um * woche* verschieb* |
      um * woche* verleg* | um * woche* schieb* | um * tag* verschieb* | um * tag* verleg* | um * stunde* verschieb* |
      um * stunde* verleg* | um * woche* verschoben | um * woche* verlegt`),
    clock: clockPart,
    connectives: new Set(
      'am im an in den der die das dem um so gegen bitte dann und also ja nein lieber doch besser erst schon nur auch vielleicht eher etwa'.split(
        ' ',
      ),
    ),
    readClocks,
    weeks: phrases(
      'naechste woche | naechster woche | in der naechsten woche | kommende woche | uebernaechste woche | in zwei wochen',
    ),
    bareWeekday: phrases(
      `montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonntag | am montag | am dienstag | am mittwoch | am donnerstag | am freitag | am samstag | am sonntag`,
    ),
    weekdays: [
      phrases('montag*'),
      phrases('dienstag*'),
      phrases('mittwoch*'),
      phrases('donnerstag*'),
      phrases('freitag*'),
      phrases('samstag* | sonnabend*'),
      phrases('sonntag*'),
    ],
    months: [
      phrases('januar | jaenner'),
      phrases('februar'),
      phrases('maerz'),
      phrases('april'),
      phrases('mai'),
      phrases('juni | juno'),
      phrases('juli'),
      phrases('august'),
      phrases('september'),
      phrases('oktober'),
      phrases('november'),
      phrases('dezember'),
    ],
    feasts: phrases(
      `heiligabend | heiligen abend | weihnacht* | neujahr* | silvester* | oster* | pfingst* | karfreitag | gruendonnerstag |
      himmelfahrt* | fronleichnam | feiertag* | nikolaus* | advent* | fasching* | karneval | rosenmontag | dreikoenig* |
      zwischen den jahren | allerheiligen | reformationstag | sommer | winter | herbst | fruehling | fruehjahr`,
    ),
    relativeDays:
      phrases(`heute | morgen | uebermorgen | naechste* | kommende* | uebernaechste* | woche* | monat* |
      tag | tage* | wochenende`),
  },
  choices: {
    ordinals,
    numbers: plainNumbers,
    beforeDay: phrases('am | dem | vom | zum'),
    allOfThem: phrases('alle zwei | alle drei | alle vier | alle beide | alle zusammen'),
    last: phrases('letzte*'),
    middleOne: phrases('den mittleren | der mittlere | das mittlere | die mittlere | in der mitte'),
    earlierOne: phrases('den frueheren | den ersteren | der fruehere | den fruehesten | der frueheste'),
    laterOne: phrases('den spaeteren | der spaetere | den spaetesten | der spaeteste'),
    clauseBreak: /[,;!?]|(?<!\d)\.|(?<![a-z0-9])(?:aber|sondern|dafuer|dann)(?![a-z0-9])/g,
  },
  contact: {
    digits: plainNumbers,
    at: phrases('at | aet | ett | et | klammeraffe | affenschwanz'),
    signs: [
      { spoken: phrases('punkt | dot'), sign: '.' },
      { spoken: phrases('minus | bindestrich | strich'), sign: '-' },
      { spoken: phrases('unterstrich'), sign: '_' },
    ],
    joined: [
      { spoken: phrases('g mail | gee mail | gmehl'), written: 'gmail' },
      { spoken: phrases('g m x'), written: 'gmx' },
      { spoken: phrases('t online'), written: 't-online' },
    ],
    emailSurroundings:
      phrases(`meine e mail adresse ist | meine e mail ist | meine email ist | meine mail ist |
      die e mail adresse ist | die adresse ist | die adresse lautet | die lautet | das ist |
      das ist die | ja | ja gern | ja gerne | ja bitte | gern | gerne | bitte | an | also |
      natuerlich | und zwar | klar | aeh | nein`),
    betweenDigits: phrases('dann | und dann | und | weiter | aeh | aehm | danach | also'),
    doubled: phrases('doppel | zweimal | zwei mal'),
    plus: phrases('plus'),
    phoneAnnouncements: phrases(
      'nummer | telefonnummer | handynummer | rufnummer | telefon | erreichbar unter',
    ),
  },
}
