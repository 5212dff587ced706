import { defineErrors } from '../../platform/errors/app-error.ts'

export const voiceErrors = defineErrors({
  notConfigured: {
    code: 'voice/simulator-not-configured',
    status: 404,
    title: 'Recorded calls need the simulator, which runs in demo mode only.',
  },
  unknownRecording: { code: 'voice/unknown-recording', status: 404, title: 'There is no such recording.' },
  noNumber: { code: 'voice/no-number', status: 409, title: 'This business has no phone number yet.' },
})
