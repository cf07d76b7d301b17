import type { FoundChange, FoundChanges } from '../../git/quarantine/quarantine-changes.ts'

const gone = '000000'
const plainModes = ['100644', '100755', gone]

/** Changes that are dangerous to check out, by mode and name; undefined: none. */
export function tryChangesProblem({ changes, collisions }: FoundChanges): string | undefined {
  for (const change of changes) {
    const problem =
      tryModeProblem(change) ?? (change.status === 'A' ? tryNameProblem(change.path) : undefined)
    if (problem !== undefined) return problem
  }
  const [pair] = collisions
  if (pair === undefined) return undefined
  return `${quote(pair[0])} collides with ${quote(pair[1])}: some file systems treat them as equal`
}

function tryModeProblem({ path, newMode }: FoundChange): string | undefined {
  if (plainModes.includes(newMode)) return undefined
  if (newMode === '120000') return `${quote(path)} is a symlink (mode 120000)`
  if (newMode === '160000') return `${quote(path)} is a gitlink (mode 160000)`
  return `${quote(path)} has the mode ${newMode}: only 100644 and 100755 are allowed`
}

function tryNameProblem(path: string): string | undefined {
  const names = path.split('/')
  if (path.includes('\ufffd')) return `${quote(path)} is not UTF-8`
  if (path.includes(':')) return `${quote(path)} names a stream on Windows (":")`
  if (names.some(name => /[. ]$/.test(name)))
    return `${quote(path)} has a name that ends in a dot or a space, which Windows removes`
  return undefined
}

function quote(path: string): string {
  return JSON.stringify(path)
}
