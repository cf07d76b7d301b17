import type { MemberList } from '../members/member.ts'

/** The members of one container, with their rows. */
export interface Scope {
  /** Keys of the containers around it, outermost first. */
  readonly path: string
  readonly members: readonly Declaration[]
}

export interface Declaration {
  readonly key: string
  readonly commutes: boolean
  /** From `first` to before `end`, including comments directly above. */
  readonly first: number
  readonly end: number
}

/** All containers of a file: the file itself, and nested ones. */
export function listScopes(list: MemberList, start = 0, path = ''): Scope[] {
  const members: Declaration[] = []
  const inner: Scope[] = []
  let row = start
  for (const { key, commutes, gap, lines, open } of list.members) {
    const first = row + gap.length
    row = first + lines.length
    members.push({ key, commutes, first, end: row })
    const container = open()
    const inside = `${path} > ${key}`
    if (container !== undefined)
      inner.push(...listScopes(container.list, first + container.head.length, inside))
  }
  return [{ path, members }, ...inner]
}

/** The declarations in the rows from `start` to before `end`, if these are only whole declarations of one container with a free order. */
export function tryWhole(
  scopes: readonly Scope[],
  lines: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
): { readonly path: string; readonly keys: readonly string[] } | undefined {
  const isBlank = (row: number) => (lines[row] ?? '').trim() === ''
  for (const { path, members } of scopes) {
    const inside = members.filter(({ first, end: behind }) => first >= start && behind <= end)
    if (inside.length === 0 || !inside.every(({ commutes }) => commutes)) continue
    const isCovered = (row: number) => inside.some(({ first, end: behind }) => first <= row && row < behind)
    const rows = Array.from({ length: end - start }, (_, index) => start + index)
    if (rows.every(row => isBlank(row) || isCovered(row))) return { path, keys: inside.map(({ key }) => key) }
  }
  return undefined
}
