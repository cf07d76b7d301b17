import { hasContestedMove } from '../edits/moves.ts'
import { listPlaces } from '../edits/places.ts'
import { trySolvePlace } from '../edits/solve-place.ts'
import { toGeneratedRule } from '../formats/generated.ts'
import { type SyntaxTree, withTrees } from '../syntax/parsers.ts'
import { toLines } from '../text/lines.ts'
import { replaceRegions } from '../text/replace-regions.ts'
import { declined, type Resolution, type TextConflict } from '../text/text-conflict.ts'
import { mapThree, type Three } from '../text/three-way.ts'

/**
 * Merges the rest place by place: changes that touch and do not overlap, changes of different statements or items, items that both
 * sides added to one list, a change that contains the other, names that one side changed.
 */
export async function resolveEdits({ path, base, ours, theirs }: TextConflict): Promise<Resolution> {
  if (base === undefined) return declined('the file is new on both sides')
  if (toGeneratedRule(path) !== undefined) return declined('the file is generated')
  const texts: Three<string> = [base, ours, theirs]
  return withTrees(path, texts, trees => mergePlaces(path, texts, trees))
}

function mergePlaces(path: string, texts: Three<string>, trees: Three<SyntaxTree> | undefined): Resolution {
  if (trees?.some(tree => tree.root.hasError)) return declined('a version has a syntax error')
  const solved = listPlaces(path, texts, trees).flatMap(({ region, place }) => {
    const answer = trySolvePlace(place)
    return answer === undefined ? [] : [{ region, lines: toLines(answer.text), overrides: answer.overrides }]
  })
  if (solved.length === 0) return declined('both sides changed the same statement or item')
  const versions = mapThree(texts, toLines)
  if (hasContestedMove(versions)) return declined('one side moved what the other changed')
  const overrides = solved.flatMap(place => place.overrides)
  return { kind: 'reduced', conflict: { path, ...replaceRegions(versions, solved) }, overrides }
}
