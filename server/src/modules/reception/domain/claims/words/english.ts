import type { ClaimWords } from '../claim.ts'

const MOMENT =
  /\b(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|today|tomorrow|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}(?:st|nd|rd|th)|\d{1,2}(?::\d{2})? ?(?:am|pm|a\.m|p\.m|o'clock)|\d{1,2}:\d{2}|o'clock|noon|at (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter)|half past|quarter (?:past|to))\b/u
/** A day with its hour: whoever is told both, and is meant, relies on it. */
const DAY_AND_HOUR =
  /\b(?:\w+day|tomorrow|today|\d{1,2}(?:st|nd|rd|th)|(?:january|february|march|april|may|june|july|august|september|october|november|december))\b.*\b(?:at (?:\d|\w+)|\d{1,2}:\d{2}|\d{1,2} ?(?:am|pm|a\.m|p\.m|o'clock)|half past|quarter (?:past|to))|\b(?:at (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter)|\d{1,2}:\d{2}|\d{1,2} ?(?:am|pm|a\.m|p\.m|o'clock)|half past)\b.*\b(?:\w+day|tomorrow|today)\b/u
const TALK =
  'free|open(?:s|ing|ings)?|close[sd]?|reach|available|earliest|taken|takes?|costs?|until|or|suit|works?|offer|suggest|right|understood|asked|asking|have an?|there'
const OBJECT = new RegExp(
  String.raw`appointment|visit|booking|\byou\b|\byou're\b|\byour\b|slot|spot|${MOMENT.source}`,
  'u',
)
const LIST =
  '(?:wait(?:ing)?[ -]?list|standby(?: list)?|(?:cancellation|backup|reserve)s? list|on[ -]call list|queue for|in (?:line|the queue)|(?:second|third|fourth|next) in (?:line|the queue))'
/** Somebody may not come, or a place may become free. */
const CONTINGENCY =
  /\b(?:in case|if|once|as soon as|when|whenever|should)\b.*\b(?:cancels?|cancellation|drops? out|pulls? out|opens? up|frees? up|comes? up|becomes? (?:free|available))\b/u
/** That somebody here has done something, in whatever verb. Looking, hearing and asking change nothing. */
const HAVE_DONE =
  "(?:i|we)(?:'ve| have|'ve just| have just)? (?:just |now |also |already )?(?!looked|checked|picked out|pulled up|found|seen|saw|heard|understood|asked|offered|suggested|said|mentioned|been|had|have|tried|noticed|got the|got a|read|thought|said|meant|called|tell|need|know|see|do|am|think|hear|only|still|really|could|are|wonder|hope|appreciate|open|close|wasn|don)(?:\\w+ed|taken|put|given|got|made|done|cut|set|written|drawn|thrown|chosen)"
const PLACE =
  "(?:\\w+day|tomorrow|today|\\w+ o'clock|\\d{1,2}:\\d{2}|half \\w+|appointment|visit|booking|reservation|haircut|slot|spot|(?:first|second|third|\\w+th)\\b)"
const BOOK = '(?:calendar|diary|schedule|books?|system|list|sheet|plan)'
const DONE =
  '(?:went through|has gone through|is done|is in|is through|worked|is complete|is confirmed|has been (?:made|processed|recorded))'
const OFF = 'off (?:the|our|my) (?:schedule|calendar|books?|diary|list for)'

export const english: ClaimWords = {
  harmless:
    /\b(?:no (?:problem|worries|trouble|fee|charge)|not a problem|not only|not just|don't (?:worry|forget|hesitate)|no longer (?=on|at)|of (?:people|customers|clients|patients) (?=waiting)|rather than|would you believe)\b/gu,
  voids:
    /\b(?:not|no|never|none|nothing|nobody|no one|cannot|unable|without|almost|nearly|\w+n't|will|\w+'ll|would|can|could|should|shall|may|might|must|going to|gonna|about to|let me|want|wish|like to|try|trying|fail(?:ed)?|tentative(?:ly)?|provisional(?:ly)?|while we|for now|for (?:a few|\w+) minutes|i see|i can see|my screen|shows?|looks like|you had|yesterday|last (?:week|time|month|year|\w+day|january|february|march|april|may|june|july|august|september|october|november|december)|previously|already (?:taken|moved|booked by)|some(?:one|body) else|another (?:client|customer|patient)|(?:fully|already) booked|all booked (?:up|out)|booked (?:up|out|solid)|you(?:'re| are) (?:saying|telling|asking)|you (?:said|mentioned|told|booked|cancelled|canceled|moved|rescheduled)|somebody already|maybe|perhaps|possibly|probably|apparently|usually|always|normally|typically|generally|all (?:our )?(?:appointments|bookings|visits)|appointments are|bookings are|people|clients|customers|patients|anyone|everyone|policy|late[- ]cancel|missed|gets? (?:booked|confirmed|cancelled)|be (?:booked|confirmed|moved|cancelled|canceled|rescheduled)|to (?:be|book|move|cancel|reschedule|confirm)|(?<!able |managed? )to (?:put|get|fit|squeeze|add|pop|slot|pencil) you|booking (?:that|this|it|you)|moving|cancel(?:l)?ing|putting|adding|please|(?:i|we) (?:book|move|cancel|put|add|reschedule)|are charged|is charged|according to our records|you were|had you|(?:i|we|he|she|they)'d(?! already)|(?:her|his|their) (?:\w+ )?(?:appointments|bookings|visits)|address|email|allergy|wrong|mistaken?|made up|list is (?:\w+ ){0,3}(?:closed|full|long|short|empty|open))\b/u,
  condition:
    /^(?:(?:and|but|then|only|just|so) )*(?:if|when|whenever|once|unless|until|before|as soon as|should you|should|in case|provided)\b/u,
  ifYouLike:
    /\b(?:if you|if that|would you|do you want|shall i|should i|i could|i can(?!')|we can(?!')|we could|usually|typically|normally|always|maybe|perhaps|like me to|want (?:me|us|him|her|them)|have (?:\w+\.? )*call you back|if he|if she|if they|if anything|if something|if a (?:slot|spot))\b/u,
  denied: /\b(?:not|n't|\w+n't|nobody|no one|never|can|could|may|might|would|please|just call|feel free)\b/u,
  proviso:
    /\b(?:once|as soon as|provided|only if|only when|subject to|until (?:you|we|he|she|they)|pending|before it|before (?:that|the|your|we|i)|you said|you mentioned|telling me|say (?:yes|the word))\b/u,
  contingency: CONTINGENCY,
  statement:
    /^(?:(?:okay|ok|great|perfect|alright|all right|so|yes|right|wonderful|lovely|well|sure|then) )*(?:i|i've|we|we've|you're|you are|you've|your|that's|that is|that|it's|the|it|all|done|booked|someone|mara|jonas|petra|dr|mr|ms|mrs|both|everything)\b/u,
  patterns: [
    {
      kind: 'waitlisted',
      pattern: new RegExp(
        String.raw`\b(?:you're|you are|put|added|placed|popped|have|had|you've|got|i've|on|is|been|name's|are)\b.*${LIST}|${LIST}.*\b(?:you're|you are|it is|added|on it|has your|have you|saved)\b|\b(?:managed?|able) to wait-?list you\b|\bwait-?listed\b`,
        'u',
      ),
    },
    {
      kind: 'waitlisted',
      pattern:
        /\b(?:name|names|name's|you)\b.*\b(?:down|noted|recorded)\b|\b(?:put|added|left|made|taken) (?:a |your |you )?(?:\w+ )?(?:note|name|down)\b|\bin the queue\b/u,
      needsNearby: CONTINGENCY,
    },
    {
      kind: 'waitlisted',
      pattern: /\blist (?:of those )?waiting\b/u,
    },
    {
      kind: 'cancelled',
      pattern: new RegExp(
        String.raw`\b${HAVE_DONE}\b.*\b(?:out of|off|from) (?:the|our|my) ${BOOK}|\b${HAVE_DONE}\b.*${PLACE}.*\bout$|${PLACE}.*\bhas been (?:dropped|pulled|lifted)\b`,
        'u',
      ),
    },
    {
      kind: 'cancelled',
      pattern:
        /\b(?:doesn't|no longer) exists?(?: any ?more)?\b|\bwon't be expected\b|\b(?:nobody|no one)(?:'s| is|'ll| will be| will) (?:\w+ )?(?:expecting|waiting)\b/u,
      needs:
        /\b(?:your|the|on) (?:\w+ )?(?:appointment|booking|visit|reservation|slot|\w+day|\w+th\b|first|second|third)/u,
      when: 'gone',
    },
    {
      kind: 'moved',
      pattern: new RegExp(
        String.raw`\b${HAVE_DONE}\b.*(?:\byou (?:down|up|back|over|across|along)? ?to\b|\bfrom\b.*\bto\b)|\b(?:has|'s|have) (?:\w+ )?(?:slipped|gone|slid|dropped|moved) (?:back|forward|down)\b|\b(?:start|starting|begin|come|coming)\b.*\b(?:earlier|later)\b|\bweek (?:after|before) instead\b`,
        'u',
      ),
      needs: /\b(?:i've|we've|now|instead|corrected|amended|changed|has|have)\b/u,
      when: 'promise',
    },
    {
      kind: 'moved',
      pattern: /\bnow\b/u,
      needs: /\bnow\b.*(?:\brather than\b|\binstead\b|, not )/u,
    },
    {
      kind: 'moved',
      pattern:
        /\b(?:moved|rescheduled|shifted|switched|swapped|rebooked|pushed (?:it |you |your \w+ )?back|bumped|brought (?:\w+ ){0,3}forward|pulled (?:\w+ ){0,3}forward|postponed|nudged|slid|adjusted|altered|transferred|changed)\b/u,
      needs: /appointment|\bit\b|visit|\byou\b|\byour\b|\bto\b|consultation|booking|from/u,
    },
    {
      kind: 'moved',
      pattern: new RegExp(
        String.raw`\b(?:change|move|switch|swap|reschedul(?:e|ing)|new time) ${DONE}|\b(?:is|are|'s|'re) now (?:\w+ ){0,2}(?:hours?|days?|weeks?|minutes) (?:later|earlier)|\bnew (?:appointment |time |slot |date )?is\b|\b(?:instead|in place) of\b.*\bnow\b|\bnow\b.*\b(?:instead|rather|in place of)\b|\b(?:is|are|you're|you are|it's)\b.*\binstead of\b`,
        'u',
      ),
    },
    {
      kind: 'moved',
      pattern:
        /\b(?:able|managed) to (?:move|bring|push|reschedule|switch|shift|swap)\b|\bpushed\b.*\b(?:back|out)\b|\bhas gone from\b.*\bto\b/u,
    },
    {
      kind: 'cancelled',
      pattern: new RegExp(
        String.raw`\b(?:cancelled|canceled|called off|removed|deleted|scrapped|wiped|struck|scratched|crossed (?:\w+ )?(?:off|out)|out of (?:the|our|my) (?:calendar|diary|schedule|books?|system)|binned|axed|nixed|withdrawn|voided|annulled|undone)\b|\b(?:dropped|released|freed(?: up)?|let go of) (?:your|that|the) (?:\w+ ){0,2}(?:appointment|slot|spot|booking|visit|\w+day)|\b(?:taken|took) (?:you|\w+day) (?:out|off)\b|\b(?:taken|took|take|is|are|it's|that's|you're) (?:\w+ ){0,4}${OFF}|\b(?:it's|that's|has|have) been taken out\b|\btaken (?:it|that|\w+day) out\b|\byou're off the hook\b|\bgone from (?:the|our) (?:calendar|schedule|book)|\bcancellation ${DONE}|\bcancellation\b.*\b(?:went through|is done|is in|processed|recorded|complete)|\b(?:slot|spot|appointment) has been (?:freed|released)`,
        'u',
      ),
    },
    {
      kind: 'cancelled',
      pattern:
        /\b(?:no longer|not|\w+n't) (?:have|booked|down|on|in|exists?)\b.*|\b(?:no need|\w+n't (?:need|have)) to come\b.*/u,
      needs: /\b(?:you|your|you're)\b.*\b(?:no longer|any ?more)\b/u,
      when: 'gone',
    },
    {
      kind: 'callback',
      pattern:
        /\b(?:asked|told|notified|messaged|let|note|message)\b.*\b(?:call|ring|phone|contact) you\b|\b(?:return|returns|returning) your call\b|\b(?:rings|phones|calls|contacts) you\b|\bfollow(?:ing|s)? up with you\b/u,
      when: 'promise',
    },
    {
      kind: 'callback',
      pattern:
        /\b(?:will|'ll|is going to|are going to|gonna|going to|'s going to|\w+'ll) (?:be )?(?:\w+ )*?(?:call|calling|ring|ringing|phone|phoning|contact|reach out|buzz) (?:\w+ )?(?:you|back)|\b(?:call|calling|ring|phone|get|getting|be|come|coming) (?:back to you|you back|you right back)|\b(?:get|be|getting|being) (?:back )?in touch\b|\bgive you a (?:quick )?(?:call|ring|buzz|bell|tinkle|shout)|\b(?:expect|get|receive|getting|receiving) a (?:\w+ )?(?:call|callback|phone call|ring|bell)\b|\bexpect (?:\w+\.? )+to (?:call|ring|phone)\b|\b(?:a|the) call from (?!you\b)\w+|\b(?:will|'ll|going to) speak (?:to|with) you\b.*\b(?:phone|telephone)|\b(?:will|'ll|'s going to|is going to) (?:call|ring|phone) (?:before|after|in|at|within|this|tomorrow|later|shortly|soon|around|between)\b|\bcalls you (?:back|later|this|tomorrow)\b|\bhear (?:back )?from (?:us|our|her|him|them|someone|dr|mr|ms|mara|jonas)|\bfollow up with you by phone/u,
      when: 'promise',
    },
    {
      kind: 'callback',
      pattern:
        /\b(?:callback|call-back|call back)\b.*\b(?:noted|logged|arranged|scheduled|passed|requested|set up|in place|is with|in the queue|on (?:the|her|his|their) list|is in|placed|booked|sent|confirmed)\b|\b(?:noted|logged|arranged|scheduled|set up|passed|sent|put|added|left)\b.*\b(?:callback|call-back|call back|call list)\b/u,
    },
    {
      kind: 'booked',
      pattern:
        /\b(?:booked|scheduled|reserved|registered|enrolled|signed up|pencill?ed|locked in|(?:squeezed?|slotted|fitted|fit|popped|slipped|tucked|worked|wedged|written|entered|marked|noted|put|got) you (?:\w+ ){0,2}(?:in|into|down)|(?:written|put|entered|added|placed) .*(?:calendar|diary|schedule)|got yourself|you're (?:all )?taken care of|(?:made|placed|logged) (?:the|your|that) (?:booking|reservation|appointment)|it's a date|(?:appointments?|bookings?|both) (?:is|are) in(?: now)?$|(?:appointments?|bookings?) are in,|(?:i've|we've) put (?:that|it|this|both) in|(?:\w+'s|is|are) (?:all )?taken care of (?:for|on|at)|under your name|consider (?:it|that|\w+day.*) (?:done|sorted|settled|taken care of|booked)|secured|snagged|grabbed|put you (?:down|in)|got you (?:down|in|all set)|have you (?:down|in|all set)|you're (?:\w+ )?(?:set|booked|in|down|good to go|confirmed|on for)|you are (?:\w+ )?(?:set|booked|in|down|confirmed)|all set|in the (?:book|books|calendar|diary|schedule|system)|on the (?:books|calendar|schedule|board)|(?:is|are) (?:all )?yours|'s yours|you've now got|you now have|got you booked|(?:able|managed|manage) to (?:book|get|squeeze|fit|reserve|secure|slot|grab|snag|nab)|(?:done|did) is (?:to )?book you|booking (?:is )?(?:complete|confirmed|made)|(?:appointment|booking) (?:is|has been) made)\b/u,
    },
    {
      kind: 'booked',
      pattern: new RegExp(
        String.raw`\b(?:booking|reservation|appointment) (?:for \w+ )?${DONE}|\b(?:have|got) you (?:for|at|on) (?:${MOMENT.source})`,
        'u',
      ),
    },
    {
      kind: 'booked',
      pattern:
        /\b(?:confirmed|fixed|firm|set|entered|complete|added|sorted|arranged|settled|saved|nailed down|finali[sz]ed|blocked off)\b/u,
      needs: OBJECT,
    },
    {
      kind: 'booked',
      weak: 'state',
      pattern: new RegExp(
        String.raw`^(?!.*\b(?:${TALK})\b)(?=.*\b(?:you|your|you're|yours)\b)(?=.*(?:${MOMENT.source})).*(?:\b(?:is|are|has|have|coming)\b|'s\b|'re\b)`,
        'u',
      ),
      needs: DAY_AND_HOUR,
    },
    {
      kind: 'booked',
      weak: 'done',
      pattern: new RegExp(
        String.raw`^(?!.*\b(?:number|name|note|message|request|word)\b).*\b${HAVE_DONE}\b.*\b(?:you|your)\b`,
        'u',
      ),
      needs: new RegExp(String.raw`\b${PLACE}`, 'u'),
    },
    {
      kind: 'booked',
      weak: 'done',
      pattern:
        /^(?:all )?(?:done|sorted|all done|and done|that's done|that's sorted|it's official|there we go|(?:that's |it's )?(?:all )?taken care of)$/u,
      needsNearby: MOMENT,
    },
    {
      kind: 'booked',
      weak: 'state',
      pattern:
        /\b(?:'ll|will|we) (?:see|expect) you\b|^see you\b|\bseeing you\b|\blook(?:ing|s)? forward to\b|(?:\b(?:is|are|be)|'ll be|'re|'s|'m) expecting you\b|\bexpects you\b|\b(?:'ll|will) have you\b|\bsee you (?:on|at|then|tomorrow|this|next)\b/u,
      needs: MOMENT,
      when: 'promise',
    },
  ],
}
