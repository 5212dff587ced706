/** One sentence for what PostgreSQL, or the file system, said when the embedded server could not start. */
export function explainStart(said: string, directory: string): string {
  if (/shared memory[^\n]*(No space left|Cannot allocate)/i.test(said))
    return 'The embedded database got no shared memory. In a container, give it a larger /dev/shm (256 MB).'
  if (/No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/.test(said))
    return `The disk below ${directory} is full. Free some space and start again; nothing was lost.`
  if (/Permission denied|Operation not permitted|Read-only file system|EACCES|EPERM|EROFS/.test(said))
    return `The folder ${directory} cannot be written by the user of this process or of the database. Set DATA_DIR to a folder that can.`
  if (/ENOTDIR|EEXIST|ENOTEMPTY/.test(said))
    return `There is something else where the embedded database belongs: ${directory}. Move it away, or set DATA_DIR.`
  const lines = said.trim().split('\n').slice(-3).join(' | ')
  return `The embedded database did not start: ${lines || 'it said nothing'}`
}
