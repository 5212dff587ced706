import { TerminalError } from '../../platform/jobs/retry-classes.ts'
import type { Platform } from '../../platform/platform.ts'
import { type AccountLetter, accountMailWanted, openLetter } from '../identity/index.ts'
import { escapeHtml } from './escape-html.ts'
import type { EmailChannel } from './smtp-channel.ts'

type Words = { readonly subject: string; readonly de: string; readonly en: string }

/** Letters about accounts of people. They are no messages to customers and leave no row; the job is their record. */
export function defineAccountMail(platform: Platform, email: EmailChannel): void {
  platform.jobs.subscribe(accountMailWanted, {
    name: 'messaging.send-account-mail',
    payload: accountMailWanted.payload,
    priority: 'messages',
    maxAttempts: 12,
    safeToRepeat: 'A repeat carries the same Message-ID and the same link, which opens once.',
    run: async ({ id, sealed }) => {
      const letter = openLetter(platform, sealed)
      const words = wordsFor(letter)
      const result = await email.send({
        tenantId: null,
        messageId: `<${id}@askpro.example>`,
        from: { name: 'AskProAI', address: 'konto@askpro.example' },
        to: letter.to,
        subject: words.subject,
        text: `${words.de}\n\n––\n\n${words.en}\n`,
        html: `${paragraphs(words.de)}<hr>${paragraphs(words.en)}`,
        calendar: null,
      })
      if (result === 'not_configured') throw new TerminalError('There is no mail server (SMTP_URL).')
    },
  })
}

/** German first, then English: what somebody reads is not known before they have logged in. */
function wordsFor(letter: AccountLetter): Words {
  switch (letter.kind) {
    case 'reset':
      return {
        subject: 'Neues Passwort · New password',
        de: `Guten Tag ${letter.name},\n\nfür Ihr Konto wurde ein neues Passwort angefordert. Dieser Link gilt eine Stunde und einmal:\n${letter.link}\n\nWaren Sie das nicht, müssen Sie nichts tun.`,
        en: `Hello ${letter.name},\n\na new password was asked for. This link is good for one hour, once:\n${letter.link}\n\nIf that was not you, there is nothing to do.`,
      }
    case 'verification':
      return {
        subject: 'E-Mail-Adresse bestätigen · Confirm your address',
        de: `Guten Tag ${letter.name},\n\nmit diesem Link bestätigen Sie Ihre Adresse:\n${letter.link}`,
        en: `Hello ${letter.name},\n\nthis link confirms your address:\n${letter.link}`,
      }
    case 'invitation':
      return {
        subject: `Einladung: ${letter.tenant} · Invitation`,
        de: `Guten Tag,\n\n${letter.invitedBy} lädt Sie ein, bei ${letter.tenant} mitzuarbeiten. Der Link gilt 72 Stunden und einmal:\n${letter.link}`,
        en: `Hello,\n\n${letter.invitedBy} invites you to work with ${letter.tenant}. The link is good for 72 hours, once:\n${letter.link}`,
      }
    case 'new_device':
      return {
        subject: 'Anmeldung in einem neuen Browser · New browser',
        de: `Guten Tag ${letter.name},\n\nIhr Konto wurde in einem Browser geöffnet, den es noch nicht kannte.\nZeit: ${letter.at}\nBrowser: ${letter.browser}\nAdresse: ${letter.address}\n\nWaren Sie das nicht, ändern Sie Ihr Passwort; damit enden alle anderen Anmeldungen.`,
        en: `Hello ${letter.name},\n\nyour account was opened in a browser that it did not know.\nTime: ${letter.at}\nBrowser: ${letter.browser}\nAddress: ${letter.address}\n\nIf that was not you, change your password; all other sessions end with it.`,
      }
    default:
      return letter satisfies never
  }
}

function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map(part => `<p>${linked(escapeHtml(part)).replaceAll('\n', '<br>')}</p>`)
    .join('')
}

function linked(html: string): string {
  return html.replaceAll(/https?:\/\/[^\s<]+/g, address => `<a href="${address}">${address}</a>`)
}
