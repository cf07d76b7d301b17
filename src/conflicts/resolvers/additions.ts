import { listScopes, type Scope, tryWhole } from '../syntax/declarations.ts'
import { tryFileMembers } from '../syntax/members.ts'
import { tryParse } from '../syntax/parsers.ts'
import { toLines } from '../text/lines.ts'
import { replaceRegions } from '../text/replace-regions.ts'
import { declined, type Resolution, type TextConflict } from '../text/text-conflict.ts'
import { type Region, type Three, toRegions } from '../text/three-way.ts'

/** Keeps both sides' declarations at the same place, ours first: each whole, and no two with the same signature. */
export async function resolveAdditions({ path, base, ours, theirs }: TextConflict): Promise<Resolution> {
  if (base === undefined) return declined('the file is new on both sides')
  const left = await tryReadScopes(path, ours)
  const right = await tryReadScopes(path, theirs)
  if (left === undefined || right === undefined)
    return declined('a version cannot be taken apart into declarations')
  const versions: Three<string[]> = [toLines(base), toLines(ours), toLines(theirs)]
  const solved = toRegions(...versions).flatMap(region => {
    const lines = tryKeepBoth(region, versions, [left, right])
    return lines === undefined ? [] : [{ region, lines }]
  })
  if (solved.length === 0) return declined('there is no place where both sides only add declarations')
  return { kind: 'reduced', conflict: { path, ...replaceRegions(versions, solved) }, overrides: [] }
}

async function tryReadScopes(path: string, text: string): Promise<Scope[] | undefined> {
  const tree = await tryParse(path, text)
  if (tree === undefined) return undefined
  try {
    const list = tree.root.hasError ? undefined : tryFileMembers(tree, toLines(text))
    return list && listScopes(list)
  } finally {
    tree.free()
  }
}

/** The maximum slide of an addition: if it ends like the lines above it, it can be read as one that began further up. */
const maxSlide = 10

function tryKeepBoth(
  { start, oursStart, theirsStart, base, ours, theirs }: Region<string>,
  versions: Three<readonly string[]>,
  [left, right]: readonly [readonly Scope[], readonly Scope[]],
): string[] | undefined {
  if (base.length > 0 || ours.length === 0 || theirs.length === 0) return undefined
  for (let slide = 0; slide <= Math.min(maxSlide, start); slide++) {
    const above = versions[0].slice(start - slide, start)
    const [mine, other] = [trySlide(ours, above), trySlide(theirs, above)]
    if (mine === undefined || other === undefined) return undefined
    const toRows = (first: number, lines: readonly string[]) => ({
      start: first - slide,
      end: first - slide + lines.length,
    })
    const oursWhole = tryWhole(left, versions[1], toRows(oursStart, ours))
    const theirsWhole = tryWhole(right, versions[2], toRows(theirsStart, theirs))
    if (oursWhole === undefined || theirsWhole === undefined) continue
    const isSeparate = !theirsWhole.keys.some(key => oursWhole.keys.includes(key))
    if (oursWhole.path === theirsWhole.path && isSeparate) return [...mine, ...other, ...above].slice(slide)
  }
  return undefined
}

/** The same addition, read as if it began above those lines; undefined if it does not end with them. */
function trySlide(added: readonly string[], above: readonly string[]): string[] | undefined {
  const kept = added.length - above.length
  if (kept < 0 || !above.every((line, index) => added[kept + index] === line)) return undefined
  return [...above, ...added.slice(0, kept)]
}
