import { hasContestedMove } from '../edits/moves.ts'
import { type SolvedPlace, trySolvePlace } from '../edits/solve-place.ts'
import { toGeneratedRule } from '../formats/generated.ts'
import { type SyntaxTree, tryParse } from '../syntax/parsers.ts'
import { toLines } from '../text/lines.ts'
import { replaceRegions } from '../text/replace-regions.ts'
import { declined, type Resolution, type TextConflict } from '../text/text-conflict.ts'
import { type Region, type Three, toRegions } from '../text/three-way.ts'

/**
 * Merges what is left place by place: changes that touch and do not overlap, changes of different statements or items, items that both
 * sides have added to one list, a change that holds the other, names that one side has changed.
 */
export async function resolveEdits(conflict: TextConflict): Promise<Resolution> {
  const { path, base, ours, theirs } = conflict
  if (base === undefined) return declined('the file is new on both sides')
  if (toGeneratedRule(path) !== undefined) return declined('the file is generated')
  const trees: (SyntaxTree | undefined)[] = []
  try {
    for (const text of [base, ours, theirs]) trees.push(await tryParse(path, text))
    if (trees.some(tree => tree?.root.hasError)) return declined('a version has a syntax error')
    const [before, left, right] = trees
    const known: Three<SyntaxTree> | undefined = before && left && right && [before, left, right]
    return mergePlaces(conflict, [base, ours, theirs], known)
  } finally {
    for (const tree of trees) tree?.free()
  }
}

function mergePlaces(
  { path }: TextConflict,
  texts: Three<string>,
  trees: Three<SyntaxTree> | undefined,
): Resolution {
  const versions: Three<string[]> = [toLines(texts[0]), toLines(texts[1]), toLines(texts[2])]
  const starts = versions.map(toStarts)
  const isIndentationSyntax = /\.(pyi?|ya?ml)$/i.test(path)
  const solved = toRegions(...versions)
    .filter(isContested)
    .flatMap(region => {
      const place = trySolvePlace({
        texts: [region.base.join(''), region.ours.join(''), region.theirs.join('')],
        offsets: [region.start, region.oursStart, region.theirsStart].map(
          (row, version) => starts[version]?.[row] ?? 0,
        ) as unknown as Three<number>,
        trees,
        isIndentationSyntax,
        isProse: /\.(rst|txt|adoc|asciidoc|org|tex)$/i.test(path),
      })
      return place === undefined ? [] : [{ region, lines: toLines(place.text), place }]
    })
  if (solved.length === 0) return declined('both sides have changed the same statement or item')
  if (hasContestedMove(versions)) return declined('one side has moved what the other has changed')
  const choices = solved.flatMap(({ place }: { readonly place: SolvedPlace }) => place.choices)
  return { kind: 'reduced', conflict: { path, ...replaceRegions(versions, solved) }, choices }
}

function isContested({ base, ours, theirs }: Region<string>): boolean {
  const [before, left, right] = [base, ours, theirs].map(lines => lines.join(''))
  return left !== right && left !== before && right !== before
}

/** Where each line begins, and the end. */
function toStarts(lines: readonly string[]): number[] {
  const starts = [0]
  for (const line of lines) starts.push((starts.at(-1) as number) + line.length)
  return starts
}
