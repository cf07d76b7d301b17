import { toLines } from '../lines.ts'
import type { Member, MemberList } from '../syntax/members.ts'
import { tryFileMembers, tryMembers } from '../syntax/members.ts'
import { type SyntaxTree, tryParse } from '../syntax/parsers.ts'
import { declined, type Resolution, type TextConflict } from '../text-conflict.ts'
import { mergeLines, mergeSequences, tryJoin } from '../three-way.ts'

/**
 * Merges declarations instead of lines: members of files, classes, objects and test suites are matched by their signatures, each
 * is merged by itself, and additions to the same place are both kept. The idea is that of structured merging (Apel et al.
 * 2011; mergiraf): members that have a signature commute, all others keep their order.
 */
export async function resolveStructure(conflict: TextConflict): Promise<Resolution> {
  const { path, base, ours, theirs } = conflict
  if (base === undefined) return declined('the file is new on both sides')
  const trees = await Promise.all([base, ours, theirs].map(text => tryParse(path, text)))
  try {
    if (trees.some(tree => tree === undefined)) return declined('no grammar for this language')
    if (trees.some(tree => tree?.root.hasError)) return declined('a version has a syntax error')
    const text = tryMergeFiles(trees as SyntaxTree[])
    return text === undefined
      ? declined('a declaration was changed on both sides')
      : { kind: 'resolved', text, choices: [] }
  } finally {
    for (const tree of trees) tree?.free()
  }
}

function tryMergeFiles(trees: readonly SyntaxTree[]): string | undefined {
  const lists = trees.map(tryFileMembers)
  if (lists.some(list => list === undefined)) return undefined
  const sides = trees.map((tree, index) => ({
    tree,
    lines: toLines(tree.text),
    list: lists[index] as MemberList,
  }))
  return tryMergeLists(sides as unknown as Three<Side>)?.join('')
}

/** Base, ours, theirs. */
type Three<T> = readonly [T, T, T]

interface Side {
  readonly tree: SyntaxTree
  readonly lines: readonly string[]
  readonly list: MemberList
}

/** The lines inside a container, or undefined when something in it was changed on both sides. */
function tryMergeLists(sides: Three<Side>): string[] | undefined {
  const maps = sides.map(
    ({ list }) => new Map(list.members.map(member => [member.key, member])),
  ) as unknown as Three<Map<string, Member>>
  const keys = tryMergeKeys(sides, maps)
  if (keys === undefined) return undefined
  const merged: MergedMember[] = []
  for (const key of keys) {
    const member = tryMergeMember(
      sides,
      maps.map(map => map.get(key)) as unknown as Three<Member | undefined>,
    )
    if (member === undefined) return undefined
    merged.push(member)
  }
  const rest =
    tryJoin(mergeLines(...(sides.map(({ list }) => list.rest.join('')) as [string, string, string]))) ??
    sides[1].list.rest.join('')
  const separated = sides[1].list.isCommaSeparated ? withCommas(merged, endsWithComma(sides[1].list)) : merged
  return [...separated.flatMap(({ gap, lines }) => [...gap, ...lines]), ...toLines(rest)]
}

/** Which members the result has, in their order. */
function tryMergeKeys(sides: Three<Side>, maps: Three<Map<string, Member>>): string[] | undefined {
  const [base, ours, theirs] = sides.map(({ list }) =>
    list.members.map(member => member.key),
  ) as unknown as Three<string[]>
  for (const [key, member] of maps[0]) {
    // What one side has deleted, the other must not have changed.
    const left = [maps[1].get(key), maps[2].get(key)].filter(side => side !== undefined)
    if (left.length === 1 && !isSameText(left[0] as Member, member)) return undefined
  }
  const keys: string[] = []
  for (const segment of mergeSequences(base, ours, theirs)) {
    if (segment.kind === 'merged') keys.push(...segment.items)
    else {
      const involved = [...segment.base, ...segment.ours, ...segment.theirs]
      if (!involved.every(key => maps.every(map => map.get(key)?.commutes !== false))) return undefined
      const goneInTheirs = new Set(segment.base.filter(key => !maps[2].has(key)))
      const ownTheirs = segment.theirs.filter(key => !maps[0].has(key) && !maps[1].has(key))
      keys.push(...segment.ours.filter(key => !goneInTheirs.has(key)), ...ownTheirs)
    }
  }
  const expected = new Set([...maps[1].keys(), ...maps[2].keys()].filter(key => isKept(key, maps)))
  const unique = [...new Set(keys)].filter(key => expected.has(key))
  return unique.length === expected.size ? unique : undefined
}

/** Whether a member stays: it is new on one side, or neither side has deleted it. */
function isKept(key: string, [base, ours, theirs]: Three<Map<string, Member>>): boolean {
  return !base.has(key) || (ours.has(key) && theirs.has(key))
}

interface MergedMember {
  readonly gap: readonly string[]
  readonly lines: readonly string[]
}

function tryMergeMember(
  sides: Three<Side>,
  [base, ours, theirs]: Three<Member | undefined>,
): MergedMember | undefined {
  if (ours === undefined || theirs === undefined) return ours ?? theirs
  if (isSameText(ours, theirs)) return ours
  if (base === undefined) return undefined
  if (isSameText(theirs, base)) return ours
  if (isSameText(ours, base)) return { ...theirs, gap: ours.gap }
  const lines = tryMergeInside(sides, [base, ours, theirs])
  return lines === undefined ? undefined : { gap: ours.gap, lines }
}

/** Merges a member that both sides have changed: its container by members, what is around it by lines. */
function tryMergeInside(sides: Three<Side>, members: Three<Member>): string[] | undefined {
  const plain = tryJoin(
    mergeLines(...(members.map(member => member.lines.join('')) as [string, string, string])),
  )
  if (plain !== undefined) return toLines(plain)
  const inner = sides.map((side, index) => tryOpen(side, members[index] as Member))
  if (inner.some(side => side === undefined)) return undefined
  const opened = inner as unknown as Three<Side>
  const around = (part: 'before' | 'after') =>
    tryJoin(
      mergeLines(
        ...(opened.map((side, index) => linesAround(side, members[index] as Member, part)) as [
          string,
          string,
          string,
        ]),
      ),
    )
  const before = around('before')
  const after = around('after')
  const middle = tryMergeLists(opened)
  if (before === undefined || after === undefined || middle === undefined) return undefined
  return [...toLines(before), ...middle, ...toLines(after)]
}

function tryOpen(side: Side, { node }: Member): Side | undefined {
  const container = node === undefined ? undefined : side.tree.rules.findContainer(node)
  const list = container === undefined ? undefined : tryMembers(side.tree.rules, container, side.lines)
  return list === undefined ? undefined : { ...side, list }
}

function linesAround({ list, lines }: Side, member: Member, part: 'before' | 'after'): string {
  const end = member.row + member.lines.length
  return (part === 'before' ? lines.slice(member.row, list.start) : lines.slice(list.end, end)).join('')
}

function isSameText(a: Member, b: Member): boolean {
  return toComparable(a.lines) === toComparable(b.lines)
}

/** Whether a member is the last of its list, and so without a comma, does not matter. */
function toComparable(lines: readonly string[]): string {
  return lines.join('').replace(/,?\s*$/, '')
}

function endsWithComma({ members }: MemberList): boolean {
  return /,\s*$/.test(members.at(-1)?.lines.join('') ?? '')
}

/** Puts a comma behind each member, and behind the last one if that is the custom here. */
function withCommas(members: readonly MergedMember[], onLast: boolean): MergedMember[] {
  return members.map((member, index) => {
    const isLast = index === members.length - 1
    const text = member.lines.join('')
    if (!isLast || onLast)
      return /,\s*$/.test(text) || /\/[/*]/.test(member.lines.at(-1) ?? '')
        ? member
        : { ...member, lines: toLines(text.replace(/(\s*)$/, ',$1')) }
    return { ...member, lines: toLines(text.replace(/,(\s*)$/, '$1')) }
  })
}
