import { defineErrors } from '../../platform/errors/app-error.ts'

export const opsErrors = defineErrors({
  unknownJob: { code: 'ops/unknown-job', status: 404, title: 'There is no such job. It may be done by now.' },
  jobNotFailed: {
    code: 'ops/job-not-failed',
    status: 409,
    title: 'This job has not failed, or somebody was faster.',
  },
  unknownInboxEvent: { code: 'ops/unknown-inbox-event', status: 404, title: 'There is no such event.' },
  notReplayable: {
    code: 'ops/inbox-event-not-replayable',
    status: 409,
    title: 'This event cannot be processed again now.',
  },
})
