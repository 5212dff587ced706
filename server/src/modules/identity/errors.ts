import { defineErrors } from '../../platform/errors/app-error.ts'

export const identityErrors = defineErrors({
  wrongLogin: { code: 'identity/wrong-login', status: 401, title: 'E-mail address or password is wrong.' },
  notConfigured: {
    code: 'identity/login-not-configured',
    status: 404,
    title: 'There is no login in this installation yet. Use an API key.',
  },
  unknownKey: { code: 'identity/unknown-api-key', status: 404, title: 'There is no such API key.' },
  keyIsOver: {
    code: 'identity/api-key-is-over',
    status: 409,
    title: 'This API key has ended or was replaced before. Make a new one.',
  },
})
