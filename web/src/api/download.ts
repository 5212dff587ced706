import { saveFile } from '../util/save-file.ts'
import { Problem, problemOf } from './problem.ts'

/**
 * Fetches a file and gives it to the browser to be saved.
 * @throws Problem when there is none, so that a page can say why.
 */
export const download = async (address: string, name: string): Promise<void> => {
  const response = await fetch(address, { credentials: 'same-origin' }).catch(error => {
    throw problemOf(error)
  })
  if (!response.ok)
    throw new Problem({
      status: response.status,
      body: await response.json().catch(() => ({})),
      requestId: response.headers.get('x-request-id'),
    })
  saveFile(name, await response.blob())
}
