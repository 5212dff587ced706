/**
 * Where Cal.com's OpenAPI document is wrong: what it says, and what the server takes or answers. Found in its source, in
 * reports, and by comparing the document with itself. Everything else in it is held against.
 */
export type KnownError = {
  /** Schemas of the document it concerns. */
  readonly schema: RegExp
  readonly property: string
  readonly says: string
  readonly is: Readonly<Record<string, unknown>>
}

const objects = { type: 'array', items: { type: 'object' } }

export const KNOWN_ERRORS: readonly KnownError[] = [
  { schema: /FieldOutput_/, property: 'isDefault', says: 'an object', is: { type: 'boolean' } },
  { schema: /^EmailDefaultField/, property: 'required', says: 'an object', is: { type: 'boolean' } },
  {
    schema: /^(Team)?EventTypeOutput_/,
    property: 'slotInterval',
    says: 'an object',
    is: { type: 'number', nullable: true },
  },
  { schema: /^(Team)?EventTypeOutput_/, property: 'hosts', says: 'a list of strings', is: objects },
  { schema: /^(Team)?EventTypeOutput_/, property: 'users', says: 'a list of strings', is: objects },
  {
    schema: /^TeamEventTypeOutput_/,
    property: 'parentEventTypeId',
    says: 'an object',
    is: { type: 'number', nullable: true },
  },
  {
    schema: /^PaginationMetaDto$/,
    property: 'currentPage',
    says: 'at least 1',
    is: { type: 'number', minimum: 0 },
  },
  {
    schema: /^GetTeamMembershipsOutput$/,
    property: 'data',
    says: 'one membership',
    is: { type: 'array', items: { $ref: '#/components/schemas/TeamMembershipOutput' } },
  },
  {
    schema: /^GetReservedSlotOutput_/,
    property: 'data',
    says: 'itself',
    is: { type: 'object', nullable: true },
  },
  {
    schema: /^ScheduleAvailabilityInput_/,
    property: 'days',
    says: 'a list that is one day',
    is: { type: 'array', items: { type: 'string' } },
  },
  {
    schema: /^Schedule(Availability|Override)Input_/,
    property: 'startTime',
    says: 'the name of a pattern instead of the pattern',
    is: { type: 'string', pattern: '^\\d\\d:\\d\\d$' },
  },
  {
    schema: /^Schedule(Availability|Override)Input_/,
    property: 'endTime',
    says: 'the name of a pattern instead of the pattern',
    is: { type: 'string', pattern: '^\\d\\d:\\d\\d$' },
  },
]

/** Parameters it lists flat although the server wants them nested. */
export const NESTED_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  'GET /v2/calendars/busy-times': ['calendarsToLoad[0][credentialId]', 'calendarsToLoad[0][externalId]'],
}

/** Answers it describes without the envelope they come in. */
export const ANSWERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'GET /v2/slots': {
    type: 'object',
    required: ['status', 'data'],
    properties: {
      status: { type: 'string', enum: ['success'] },
      data: {
        type: 'object',
        additionalProperties: {
          type: 'array',
          items: {
            type: 'object',
            required: ['start'],
            properties: { start: { type: 'string' }, end: { type: 'string' } },
          },
        },
      },
    },
  },
}
