/** The page of the mail simulator: lists what arrived and shows one mail without running anything it brings. */

import { renderChoices } from '/choices.js'
import { make } from '/make.js'
import { poll } from '/poll.js'

const POLL_MS = 1500
const element = id => document.getElementById(id)
let shownId = null

element('clear').addEventListener('click', async () => {
  await fetch('/_control/messages', { method: 'DELETE' })
  shownId = null
  await refresh()
})
await poll(refresh, POLL_MS)

async function refresh() {
  const { items } = await (await fetch('/_control/messages')).json()
  const newestFirst = items.toReversed()
  const shown = newestFirst.find(mail => mail.id === shownId) ?? newestFirst[0]
  element('no-mails').hidden = items.length > 0
  const choices = newestFirst.map(mail => mailChoice(mail, mail === shown))
  renderChoices(element('mails'), choices, async id => {
    shownId = id
    await refresh()
  })
  element('mail').hidden = shown === undefined
  if (shown !== undefined) showMail(shown)
}

function mailChoice({ id, subject, to, received_at }, current) {
  const note = `${new Date(received_at).toLocaleTimeString('de-DE')} · an ${to.join(', ')}`
  return { key: id, title: subject || '(ohne Betreff)', note, current }
}

/** Leaves a mail that is on show alone, so that nothing flickers or closes. */
function showMail(mail) {
  if (element('mail').dataset.id === mail.id) return
  element('mail').dataset.id = mail.id
  shownId = mail.id
  element('subject').textContent = mail.subject || '(ohne Betreff)'
  const facts = {
    Von: mail.from,
    An: mail.to.join(', '),
    Am: new Date(mail.received_at).toLocaleString('de-DE'),
  }
  element('facts').replaceChildren(
    ...Object.entries(facts).flatMap(([name, value]) => [
      make('dt', { textContent: name }),
      make('dd', { textContent: value }),
    ]),
  )
  element('attachments').replaceChildren(
    ...mail.attachments.map((part, index) => attachmentLink(mail, part, index)),
  )
  element('html').hidden = mail.html === null
  if (mail.html !== null) element('html').src = `/messages/${mail.id}/html`
  element('plain').open = mail.html === null
  element('text').textContent = mail.text
  element('headers').textContent = Object.entries(mail.headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

function attachmentLink(mail, { filename, content_type, size }, index) {
  return make('a', {
    className: 'attachment',
    href: `/messages/${mail.id}/attachments/${index}`,
    download: filename ?? '',
    textContent: `${filename ?? content_type} (${size.toLocaleString('de-DE')} Byte)`,
  })
}
