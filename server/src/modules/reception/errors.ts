import { defineErrors } from '../../platform/errors/app-error.ts'

export const receptionErrors = defineErrors({
  callOver: { code: 'reception/call-over', status: 409, title: 'This call is over. Start a new one.' },
  unknownArticle: { code: 'reception/unknown-article', status: 404, title: 'There is no such article.' },
  unknownQuestion: { code: 'reception/unknown-question', status: 404, title: 'There is no such question.' },
})
