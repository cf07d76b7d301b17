import type { Change } from '../../model/change.ts'

/** Reads the raw format of git diff with -z: `:100644 100755 <old> <new> M NUL path NUL`, again and again. */
export function toChanges(raw: string): Change[] {
  const fields = raw.split('\0').filter(field => field !== '')
  const changes: Change[] = []
  for (let at = 0; at + 1 < fields.length; at += 2) {
    changes.push(toChange(fields[at] as string, fields[at + 1] as string))
  }
  return changes
}

function toChange(header: string, path: string): Change {
  const [oldMode = '', newMode = '', oldId = '', newId = '', status = ''] = header
    .replace(/^\n?:/, '')
    .split(' ')
  return { path, status: status.charAt(0), oldMode, newMode, oldId, newId }
}
