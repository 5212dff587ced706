/** Where a person chooses an account, or none: the same address once more with `chosen`. */
export function consentPage(url: string, accounts: readonly string[]): string {
  const link = (chosen: string, text: string) =>
    `<li><a href="${escapeHtml(`${url}&chosen=${encodeURIComponent(chosen)}`)}">${escapeHtml(text)}</a></li>`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Choose an account</title>
<h1>Choose an account</h1><p>AskProAI wants to see and change your calendars.</p>
<ul>${accounts.map(account => link(account, account)).join('')}${link('nobody', 'Cancel')}</ul>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
