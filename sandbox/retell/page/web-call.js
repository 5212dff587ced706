/**
 * A web call as text. Whoever made the call on a server opens this page with `#call_id.access_token`; without one it
 * offers the agents of the account.
 */
import { make } from '/make.js'

const STATES = { registered: 'wartet', ongoing: 'läuft', ended: 'beendet', error: 'abgebrochen' }
const element = id => document.getElementById(id)
let call = fromAddress()

element('begin').addEventListener('submit', event => run(event, begin))
element('turn').addEventListener('submit', event => run(event, say))
element('hang-up').addEventListener('click', event => run(event, () => ask('POST', '/end')))
if (call === null) await offerAgents()
else await run(null, join)

function fromAddress() {
  const [call_id, access_token] = location.hash.slice(1).split('.')
  return call_id && access_token ? { call_id, access_token } : null
}

async function offerAgents() {
  const { items } = await answerOf(await fetch('/_control/agents'))
  element('agent').replaceChildren(
    ...items.map(({ agent_id, agent_name }) =>
      make('option', { value: agent_id, textContent: agent_name || agent_id }),
    ),
  )
  if (items.length === 0) throw refuse('Noch hat das Konto keinen Agenten.')
}

async function begin() {
  const response = await fetch('/_control/web-calls', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ agent_id: element('agent').value }),
  })
  call = await answerOf(response)
  await join()
}

async function join() {
  element('begin').hidden = true
  await ask('POST', '/join')
  element('text').focus()
}

async function say() {
  const text = element('text').value.trim()
  if (text === '') return
  element('transcript').append(line({ role: 'user', content: text }))
  element('text').value = ''
  await ask('POST', '/turns', { text })
}

async function ask(method, path, body) {
  const response = await fetch(`/web-calls/${call.call_id}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${call.access_token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  show(await answerOf(response))
}

function show({ status, reason, transcript }) {
  element('call').hidden = false
  element('state').textContent = reason === null ? STATES[status] : `${STATES[status] ?? status} · ${reason}`
  element('transcript').replaceChildren(...transcript.map(line))
  element('turn').hidden = status !== 'ongoing'
}

function line({ role, content }) {
  return make('li', { className: `said ${role}`, textContent: content })
}

async function answerOf(response) {
  const answer = await response.json()
  if (!response.ok) throw refuse(answer.error ?? answer.message)
  return answer
}

function refuse(text) {
  element('refusal').textContent = text
  element('refusal').hidden = false
  return new Error(text)
}

async function run(event, work) {
  event?.preventDefault()
  element('refusal').hidden = true
  await work().catch(error => refuse(error.message))
}
