export type Token = { kind: 'key' | 'text' | 'literal' | 'mark'; text: string; at: number }

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** Indented JSON cut into what a reader tells apart; put together again it is the same text. */
export const jsonTokens = (json: string): Token[] => {
  const tokens: Token[] = []
  let end = 0
  for (const match of json.matchAll(TOKEN)) {
    if (match.index > end) tokens.push({ kind: 'mark', text: json.slice(end, match.index), at: end })
    const kind = match[2] !== undefined ? 'key' : match[1] !== undefined ? 'text' : 'literal'
    tokens.push({ kind, text: match[0], at: match.index })
    end = match.index + match[0].length
  }
  if (end < json.length) tokens.push({ kind: 'mark', text: json.slice(end), at: end })
  return tokens
}
