import { child, entries, literal, type Token } from './token.ts'

export type Level = 'none' | 'read' | 'write'

/** What a token may do, by GitHub's names. What is not named is `none`. */
export type Permissions = Readonly<Record<string, Level>>

const levels: readonly Level[] = ['none', 'read', 'write']

const names = [
  'actions',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'id-token',
  'issues',
  'models',
  'packages',
  'pages',
  'pull-requests',
  'security-events',
  'statuses',
]

/** The two settings of a repository for workflows that name no permissions. */
export const defaultPermissions: Readonly<Record<'read' | 'write', Permissions>> = {
  read: { contents: 'read', packages: 'read' },
  write: toAll('write'),
}

function toAll(level: Level): Permissions {
  return Object.fromEntries(names.map(name => [name, level]))
}

/** True when permissions include a level of a name. */
export function allows(permissions: Permissions, name: string, level: Level): boolean {
  return levels.indexOf(permissions[name] ?? 'none') >= levels.indexOf(level)
}

/** The permissions that a workflow or a job names; undefined when it names none. Unnamed ones are then `none`. */
export function readPermissions(token: Token | undefined): Permissions | undefined {
  const named = child(token, 'permissions')
  if (named === undefined) return undefined
  const rows = entries(named)
  if (rows.length > 0) return Object.fromEntries(rows.map(([name, level]) => [name, literal(level) as Level]))
  const all = { 'read-all': toAll('read'), 'write-all': toAll('write') }[named.toString()]
  return all ?? {}
}

/** The first permission that is asked for and not given, as GitHub words it. */
export function findExcess(asked: Permissions, given: Permissions): string | undefined {
  const name = Object.keys(asked).find(name => !allows(given, name, asked[name] as Level))
  return name === undefined
    ? undefined
    : `requesting '${name}: ${asked[name]}', but is only allowed '${name}: ${given[name] ?? 'none'}'`
}
