import { defineErrors } from '../../platform/errors/app-error.ts'

export const identityErrors = defineErrors({
  wrongLogin: { code: 'identity/wrong-login', status: 401, title: 'E-mail address or password is wrong.' },
  notConfigured: {
    code: 'identity/login-not-configured',
    status: 404,
    title: 'There is no login in this installation yet. Use an API key.',
  },
})
