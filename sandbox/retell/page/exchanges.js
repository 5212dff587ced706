/** The list of requests of one call; entries that are open stay open while the call goes on. */

/** Brings the list up to date: adds what is new, completes what was under way. */
export function renderExchanges(list, call) {
  if (list.dataset.callId !== call.call_id) {
    list.dataset.callId = call.call_id
    list.replaceChildren()
  }
  for (const [index, exchange] of call.exchanges.entries()) {
    const item = list.children[index] ?? list.appendChild(exchangeItem(exchange))
    complete(item, exchange)
  }
}

function exchangeItem({ name, attempt, request }) {
  const item = document.createElement('li')
  item.append(document.getElementById('exchange').content.cloneNode(true))
  item.querySelector('.name').textContent = attempt === 1 ? name : `${name}, Versuch ${attempt}`
  item.querySelector('.sent').textContent = JSON.stringify(request, null, 2)
  return item
}

function complete(item, { status, error, took_ms, response }) {
  const finished = took_ms !== null
  const good = finished && error === null && status >= 200 && status < 300
  const state = item.querySelector('.state')
  state.className = `state ${finished ? (good ? 'done' : 'failed') : 'running'}`
  state.textContent = finished ? (error ?? String(status)) : 'läuft'
  item.querySelector('.took').textContent = finished ? `${took_ms.toLocaleString('de-DE')} ms` : ''
  item.querySelector('.answered').textContent = response === null ? '' : JSON.stringify(response, null, 2)
}
