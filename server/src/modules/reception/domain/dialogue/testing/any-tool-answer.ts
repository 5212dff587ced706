import fc from 'fast-check'
import type { ToolAnswers, ToolName } from '../tools.ts'

/** Stands for every sentence of a tool, so that what the conversation adds can be told apart from it. */
export const toolSentence = '«Satz eines Werkzeugs»'

const say = fc.constant(toolSentence)

const slot = fc.record({
  token: fc.uuid(),
  spoken: fc.constantFrom(
    'Dienstag, den vierundzwanzigsten November, um zehn Uhr bei Mara',
    'Mittwoch, den zweiten Dezember, um vierzehn Uhr dreißig bei Jonas',
    'Freitag, den vierten Dezember, um siebzehn Uhr',
  ),
})

const visit = fc.record({
  tokens: fc.array(fc.uuid(), { minLength: 2, maxLength: 3 }),
  spoken: slot.map(({ spoken }) => spoken),
  services: fc.array(fc.constantFrom('Föhnen', 'Färben'), { maxLength: 3 }),
})
const slotList = fc.array(slot, { maxLength: 3 })
const words = fc.array(fc.constantFrom('Föhnen', 'Färben', 'Mittwoch, den zweiten Dezember', ''), {
  maxLength: 3,
})

const couldNot = fc.record({
  status: fc.constantFrom('unknown', 'invalid_token', 'not_available', 'unknown_tool'),
  say,
})

const asks = fc.oneof(
  fc.record({
    status: fc.constant('ask'),
    what: fc.constantFrom('service', 'day', 'time', 'staff', 'name', 'phone', 'email', 'x'),
    say,
  }),
  fc.record({
    status: fc.constant('ask'),
    what: fc.constantFrom('service', 'day', 'time'),
    candidates: words,
    say,
  }),
)

const taken = fc.record({ status: fc.constant('taken'), alternatives: slotList, say })
const only = <Status extends string>(...statuses: readonly Status[]) =>
  fc.record({ status: fc.constantFrom(...statuses), say })

const own = fc.record({
  reference: fc.uuid(),
  service: fc.constantFrom('Föhnen', 'Färben'),
  spoken: slot.map(({ spoken }) => spoken),
})
const asksWhich = fc.record({
  status: fc.constant('ask'),
  what: fc.constantFrom('which', 'time'),
  appointments: fc.array(own, { minLength: 1, maxLength: 3 }),
  say,
})
const notAllowed = fc.record({
  status: fc.constant('not_allowed'),
  next: fc.constantFrom('transfer', 'callback', 'none'),
  say,
})

const notIdentified = fc.record({
  status: fc.constant('not_identified'),
  proof: fc.constantFrom('code', 'birth_date'),
  say,
})

const answers: { readonly [Name in ToolName]: fc.Arbitrary<ToolAnswers[Name]> } = {
  my_appointments: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ status: fc.constant('ok'), say, appointments: fc.array(own, { maxLength: 3 }) }),
    },
    only('none', 'not_identified'),
    notIdentified,
    asks,
    couldNot,
  ),
  move_appointment: fc.oneof(
    { weight: 5, arbitrary: only('moved') },
    only('confirm', 'expired', 'none', 'not_identified'),
    notIdentified,
    taken,
    notAllowed,
    asksWhich,
    couldNot,
  ),
  cancel_appointment: fc.oneof(
    { weight: 5, arbitrary: only('cancelled') },
    only('confirm', 'none', 'not_identified'),
    notIdentified,
    notAllowed,
    asksWhich,
    couldNot,
  ),
  send_code: fc.oneof({ weight: 3, arbitrary: only('sent') }, only('no_channel', 'too_many'), asks, couldNot),
  verify_code: fc.oneof(
    { weight: 3, arbitrary: only('verified') },
    only('wrong', 'too_many', 'no_channel'),
    asks,
    couldNot,
  ),
  answer_question: fc.oneof({ weight: 5, arbitrary: only('answer') }, asks, couldNot),
  list_services: fc.oneof(only('ok', 'none'), asks, couldNot),
  find_slots: fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({ status: fc.constant('free'), slots: slotList, requested: fc.boolean(), say }),
    },
    fc.record({ status: fc.constant('none_then'), slots: slotList, say }),
    fc.record({ status: fc.constant('closed'), slots: slotList, say }),
    fc.record({ status: fc.constant('contradictory'), candidates: words, say }),
    only('past', 'unknown_service', 'too_soon', 'too_far'),
    asks,
    couldNot,
  ),
  hold_slot: fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record(
        {
          status: fc.constant('held'),
          spoken: fc.constant('Mittwoch'),
          say,
          ask_note: fc.constant('Kennzeichen'),
        },
        { requiredKeys: ['status', 'spoken', 'say'] },
      ),
    },
    taken,
    only('expired'),
    asks,
    couldNot,
  ),
  book_appointment: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        status: fc.constant('booked'),
        reference: fc.uuid(),
        spoken: fc.constant(''),
        say,
      }),
    },
    only('requested', 'expired'),
    taken,
    asks,
    couldNot,
  ),
  book_group: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ status: fc.constantFrom('free', 'none_then'), visits: fc.array(visit), say }),
    },
    { weight: 4, arbitrary: only('booked') },
    only('expired', 'past', 'unknown_service', 'too_soon', 'too_far'),
    fc.record({ status: fc.constant('closed'), slots: slotList, say }),
    taken,
    asks,
    couldNot,
  ),
  book_series: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        status: fc.constantFrom('free', 'conflicts'),
        count: fc.integer({ min: 1, max: 104 }),
        first: slot.map(({ spoken }) => spoken),
        say,
      }),
    },
    { weight: 4, arbitrary: only('booked', 'requested') },
    only('none_then', 'past', 'unknown_service', 'too_soon', 'too_far'),
    fc.record({ status: fc.constant('ask'), what: fc.constantFrom('times', 'every', 'time', 'name'), say }),
    fc.record({ status: fc.constant('closed'), slots: slotList, say }),
    asks,
    couldNot,
  ),
  request_callback: fc.oneof(
    { weight: 5, arbitrary: fc.record({ status: fc.constant('noted'), by: fc.constant(''), say }) },
    asks,
    couldNot,
  ),
  join_waitlist: fc.oneof({ weight: 5, arbitrary: only('joined') }, asks, couldNot),
  record_wish: fc.oneof({ weight: 5, arbitrary: only('noted') }, asks, couldNot),
  transfer_call: fc.oneof(
    only('closed'),
    fc.record({ status: fc.constant('transfer'), number: fc.constant('+493023125090'), say }),
    asks,
    couldNot,
  ),
}

/** Everything a tool may answer, what is rare in life far more often than it happens. */
export function anyToolAnswer(name: ToolName): fc.Arbitrary<ToolAnswers[ToolName]> {
  return answers[name]
}
