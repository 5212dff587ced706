/** The page of the telephony simulator: rings the product and shows what is said and exchanged, live. */
import { renderChoices } from '/choices.js'
import { renderExchanges } from '/exchanges.js'
import { make } from '/make.js'
import { poll } from '/poll.js'

const POLL_MS = 500
const STATES = { running: 'läuft', done: 'beendet', failed: 'mit Problem' }
const INBOUND = {
  waiting: 'klingelt',
  accepted: 'angenommen',
  rejected: 'vom Produkt abgewiesen',
  failed: 'vom Ersatzagenten angenommen',
  skipped: 'ausgehend',
}

const element = id => document.getElementById(id)
let shownCallId = null

await showTarget()
await showRecordings()
await poll(refresh, POLL_MS)

async function showTarget() {
  const { ok, answer } = await request('GET', '/_control/target')
  element('target').textContent = ok
    ? `Ruft ${answer.productUrl} an (Verbindung „${answer.connection}“), so wie Retell es tut.`
    : 'Noch ist nicht gesetzt, wo das Produkt läuft: PUT /_control/target.'
}

async function showRecordings() {
  const { answer } = await request('GET', '/_control/recordings')
  element('recordings').replaceChildren(...answer.items.map(recordingCard))
}

function recordingCard({ id, title, description, to }) {
  const button = make('button', { className: 'primary', textContent: 'Anrufen' })
  button.setAttribute('aria-label', `Anrufen: ${title}`)
  button.addEventListener('click', () => ring(id))
  const foot = make('div', { className: 'row' }, [
    make('span', { className: 'quiet', textContent: `ruft ${to} an` }),
    button,
  ])
  return make('li', { className: 'sheet stack' }, [
    make('h3', { textContent: title }),
    make('p', { textContent: description }),
    foot,
  ])
}

async function ring(recording) {
  const { ok, answer } = await request('POST', '/_control/calls', {
    recording,
    pace: element('pace').value,
    faults: { withheld: element('withheld').checked },
  })
  element('refusal').hidden = ok
  element('refusal').textContent = ok ? '' : `Der Anruf ging nicht hinaus: ${answer.error}`
  if (!ok) return
  await Promise.all([showOnly(answer.call_id), showTarget()])
}

async function refresh() {
  const { answer } = await request('GET', '/_control/calls')
  shownCallId ??= answer.items[0]?.call_id ?? null
  element('no-calls').hidden = answer.items.length > 0
  renderChoices(element('calls'), answer.items.map(callChoice), showOnly)
  if (shownCallId === null) return
  const call = await request('GET', `/_control/calls/${shownCallId}`)
  if (call.ok && call.answer.call_id === shownCallId) showCall(call.answer)
}

function callChoice({ call_id, title, state, placed_at }) {
  const note = `${new Date(placed_at).toLocaleTimeString('de-DE')} · ${STATES[state]}`
  return { key: call_id, title, note, current: call_id === shownCallId }
}

async function showOnly(callId) {
  shownCallId = callId
  await refresh()
  bringIntoView(element('call'))
}

/** On a phone the call is below everything that can be tapped. */
function bringIntoView(node) {
  const { top } = node.getBoundingClientRect()
  if (top < 0 || top > window.innerHeight / 2) node.scrollIntoView({ block: 'start' })
}

function showCall(call) {
  element('call').hidden = false
  element('call-title').textContent = call.title
  element('call-state').textContent = STATES[call.state]
  element('call-state').className = `state ${call.state}`
  const from = call.from === 'anonymous' ? 'unterdrückter Nummer' : call.from
  element('call-facts').textContent = `von ${from} an ${call.to}, ${INBOUND[call.inbound]} · ${call.call_id}`
  element('call-problems').replaceChildren(...call.problems.map(text => make('li', { textContent: text })))
  element('transcript').replaceChildren(...call.transcript.map(transcriptItem))
  renderExchanges(element('exchanges'), call)
}

function transcriptItem(item) {
  if (item.role === 'tool_call_invocation')
    return make('li', { className: 'said tool', textContent: `→ ${item.name} ${item.arguments}` })
  if (item.role === 'tool_call_result')
    return make('li', { className: 'said tool', textContent: `← ${item.content}` })
  return make('li', { className: `said ${item.role}`, textContent: item.content })
}

async function request(method, path, body) {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return { ok: response.ok, answer: response.status === 204 ? null : await response.json() }
}
