/** Addresses, telephone numbers and keys inside a running text read `[personal]` or `[secret]`. */
export function maskText(text: string): string {
  return text
    .replaceAll(/[a-z][a-z0-9+.-]*:\/\/[^\s/@]*@/gi, '[secret]@')
    .replaceAll(/[^\s<>"'[\]]+@[^\s<>"']+\.[^\s<>"']+/g, '[personal]')
    .replaceAll(/(?<![\w-])\+?\d(?:[ ()/-]?\d){6,}(?![\w-])/g, '[personal]')
    .replaceAll(/\b(?:key|sk|ask|Bearer)[_ -][A-Za-z0-9_-]{8,}/g, '[secret]')
}
