import { make } from '/make.js'

/**
 * Shows a list of things to choose from, each `{key, title, note, current}`, and brings it up to date on every
 * call without taking the focus from the button it is on.
 */
export function renderChoices(list, choices, choose) {
  const keys = choices.map(({ key }) => key).join(' ')
  if (list.dataset.keys !== keys) {
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.key : null
    list.dataset.keys = keys
    list.replaceChildren(...choices.map(({ key }) => choiceItem(key, choose)))
    if (focused !== null) list.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus()
  }
  for (const [index, { title, note, current }] of choices.entries()) {
    const button = list.children[index].firstElementChild
    setText(button.querySelector('strong'), title)
    setText(button.querySelector('.quiet'), note)
    button.setAttribute('aria-current', String(current))
  }
}

function choiceItem(key, choose) {
  const button = make('button', { type: 'button', className: 'choice' }, [
    make('strong', {}),
    make('div', { className: 'quiet' }),
  ])
  button.dataset.key = key
  button.addEventListener('click', () => choose(key))
  return make('li', {}, [button])
}

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text
}
