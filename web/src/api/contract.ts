import type { paths } from '../../../contract/api'

/**
 * The server's answers by name. The types are generated from its routes (`npm run generate`); nothing is written
 * here by hand, so a change of an answer shows up where it is used.
 */
export type { paths }

type Ok<
  Path extends keyof paths,
  Method extends keyof paths[Path],
  Status extends number = 200,
> = paths[Path][Method] extends {
  responses: { [S in Status]: { content: { 'application/json': infer Body } } }
}
  ? Body
  : never

/** What a request with a body sends. */
type Sent<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  requestBody: { content: { 'application/json': infer Body } }
}
  ? Body
  : never

export type Session = Ok<'/api/v1/session', 'get'>
export type DemoAccount = Ok<'/api/v1/session/demo', 'get'>['accounts'][number]
export type Passkey = Ok<'/api/v1/profile/passkeys', 'get'>['items'][number]
export type MadeKey = Sent<'/api/v1/profile/passkeys/confirm', 'post'>['made']
export type SignedByKey = Sent<'/api/v1/session/passkey', 'post'>['signed']
export type OpenSession = Ok<'/api/v1/profile/sessions', 'get'>['items'][number]
export type Member = Ok<'/api/v1/users', 'get'>['items'][number]
export type MemberRole = Member['role']
export type Invitation = Ok<'/api/v1/invitations', 'get'>['items'][number]
export type AuditEvent = Ok<'/api/v1/audit-events', 'get'>['items'][number]
export type ApiKey = Ok<'/api/v1/api-keys', 'get'>['items'][number]
export type Receptionist = Ok<'/api/v1/receptionist', 'get'>
export type TelephoneAlarm = Ok<'/api/v1/receptionist/alarms', 'get'>['items'][number]['alarm']
export type AgentDefinition = Receptionist['start_from']
export type AgentVersion = NonNullable<Receptionist['live']>
export type Publication = Ok<'/api/v1/receptionist/publications/{id}', 'get'>
export type Appointment = Ok<'/api/v1/appointments/{id}', 'get'>
export type AppointmentState = Appointment['state']
export type OperatorOverview = Ok<'/api/v1/operator/overview', 'get'>
export type HoursException = Ok<'/api/v1/hours-exceptions', 'get'>['items'][number]
export type CallSummary = Ok<'/api/v1/calls', 'get'>['items'][number]
export type CallState = CallSummary['state']
export type CallOutcome = NonNullable<CallSummary['outcome']>
export type CallLanguage = Ok<'/api/v1/calls/{id}', 'get'>['language']
export type CallDetail = Ok<'/api/v1/calls/{id}', 'get'>
export type Message = CallDetail['messages'][number]
export type MessageState = Message['state']
export type TimelineEntry = CallDetail['timeline'][number]
export type TimelineKind = TimelineEntry['kind']
export type CallbackRequest = Ok<'/api/v1/callback-requests', 'get'>['items'][number]
export type BookableService = Ok<'/api/v1/services', 'get'>['items'][number]
export type Recording = Ok<'/api/v1/test-calls/recordings', 'get'>['items'][number]
export type TestCallTurn = Ok<'/api/v1/test-calls', 'post', 201>['turns'][number]
export type Calendar = Ok<'/api/v1/calendar', 'get'>
export type DrawnAppointment = Calendar['appointments'][number]
export type CalendarBlock = Calendar['blocks'][number]
export type CalendarResource = Calendar['resources'][number]
export type Slot = Ok<'/api/v1/availability', 'get'>['items'][number]
export type SlotExplanation = Ok<'/api/v1/availability/explanation', 'get'>
export type BlockCollision = Ok<'/api/v1/block-collisions', 'get'>['items'][number]
export type AbsenceKind = Ok<'/api/v1/absences', 'get'>['items'][number]['kind']
export type Customer = Ok<'/api/v1/customers/{id}', 'get'>
export type ImportReport = Ok<'/api/v1/customers/import', 'post'>
export type HistoryEntry = Ok<'/api/v1/customers/{id}/history', 'get'>['items'][number]
export type DuplicatePair = Ok<'/api/v1/customers/duplicates', 'get'>['items'][number]
export type Wish = Ok<'/api/v1/wishes', 'get'>['items'][number]
export type WaitingEntry = Ok<'/api/v1/waitlist', 'get'>['items'][number]
export type ServiceDetail = Ok<'/api/v1/services/{id}', 'get'>
export type StaffMember = Ok<'/api/v1/staff', 'get'>['items'][number]
export type OwnerHours = Ok<'/api/v1/hours', 'get'>['items'][number]
export type Report = Ok<'/api/v1/reports/period', 'get'>
export type FigureName = keyof Report['definitions']
export type ReportShare = Report['figures']['load']
export type ReportMoney = Report['figures']['revenue'][number]
export type Settings = Ok<'/api/v1/settings', 'get'>
export type Place = Ok<'/api/v1/locations', 'get'>['items'][number]
export type Room = Ok<'/api/v1/resources', 'get'>['items'][number]
export type OnboardingStep = Ok<'/api/v1/onboarding', 'get'>['items'][number]
export type CalendarConnection = Ok<'/api/v1/calendar-connections', 'get'>['items'][number]
export type CalendarTarget = Ok<'/api/v1/calendar-connections/{id}/test', 'post'>['targets'][number]
export type CalendarLink = Ok<'/api/v1/calendar-links', 'get'>['items'][number]
export type CalendarDrift = Ok<'/api/v1/calendar-drifts', 'get'>['items'][number]
export type CalendarImport = Ok<'/api/v1/calendar-connections/{id}/import', 'get'>
export type ImportService = CalendarImport['services'][number]
export type ImportRecord = Ok<'/api/v1/calendar-connections/{id}/imports', 'get'>['items'][number]
export type CalendarFeed = Ok<'/api/v1/calendar-feeds', 'get'>['items'][number]
export type SyncEntry = Ok<'/api/v1/sync-entries', 'get'>['items'][number]
export type CalendarConflict = Ok<'/api/v1/calendar-conflicts', 'get'>['items'][number]
export type AppointmentSource = Appointment['source']

export type Job = Ok<'/api/v1/jobs', 'get'>['items'][number]
export type JobState = Job['state']
export type JobReason = NonNullable<Job['reason']>
export type JobSummary = Ok<'/api/v1/jobs/summary', 'get'>
export type JobSchedule = JobSummary['schedules'][number]
export type ScheduleState = JobSchedule['state']
export type InboxEvent = Ok<'/api/v1/inbox-events', 'get'>['items'][number]
export type InboxState = InboxEvent['state']
export type InboxEventDetail = Ok<'/api/v1/inbox-events/{id}', 'get'>
export type Permission = Job['allowed']['retry']
/** The words by which the server says why something may not be done now. */
export type Refusal = 'running' | 'waiting' | 'scheduled' | 'unknown' | 'changed' | 'body_removed'
export type RequestTrace = Ok<'/api/v1/requests/{request_id}', 'get'>
export type RequestStep = RequestTrace['items'][number]
export type RequestStepKind = RequestStep['kind']

export type List<Item> = { items: Item[]; next_cursor: string | null }

/** RFC 9457, as far as a page shows it. */
export type ProblemBody = {
  type?: string
  title?: string
  status?: number
  detail?: string
  instance?: string
  /** Why a password may not be used. */
  verdict?: string
  /** Free times near one that was lost. */
  alternatives?: Slot[]
  /** What the rules say of a change that they refuse. */
  terms?: Appointment['terms']['move']
}
