/** Makes an element with properties and children; text always as text, never as markup. */
export function make(tag, properties, children = []) {
  const node = Object.assign(document.createElement(tag), properties)
  node.append(...children)
  return node
}
