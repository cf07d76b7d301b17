import { posix } from 'node:path'
import { isRequirements } from '../formats/requirements.ts'
import { tryLineList } from '../items/line-lists.ts'
import type { SyntaxTree } from '../syntax/parsers.ts'
import { toLines } from '../text/lines.ts'
import { mapThree, type Region, type Three, toRegions } from '../text/three-way.ts'
import type { ChangedPlace } from './solve-place.ts'

export interface ContestedPlace {
  readonly region: Region<string>
  readonly place: ChangedPlace
}

/** All places that both sides changed differently. */
export function listPlaces(
  path: string,
  texts: Three<string>,
  trees: Three<SyntaxTree> | undefined,
): ContestedPlace[] {
  const versions = mapThree(texts, toLines)
  const [base, ours, theirs] = mapThree(versions, toStarts)
  return toRegions(...versions)
    .filter(isContested)
    .map(region => ({
      region,
      place: {
        texts: [region.base.join(''), region.ours.join(''), region.theirs.join('')],
        offsets: [base[region.start] ?? 0, ours[region.oursStart] ?? 0, theirs[region.theirsStart] ?? 0],
        trees,
        isIndentationSyntax: /\.(pyi?|ya?ml)$/i.test(path),
        list: region.base.length === 0 ? tryLineList(path, versions[0].slice(0, region.start)) : undefined,
        isProse: /\.(rst|txt|adoc|asciidoc|org|tex)$/i.test(path) && !isRequirements(posix.basename(path)),
      },
    }))
}

function isContested({ base, ours, theirs }: Region<string>): boolean {
  const [before, left, right] = [base, ours, theirs].map(lines => lines.join(''))
  return left !== right && left !== before && right !== before
}

/** The start of each line, and the end. */
function toStarts(lines: readonly string[]): number[] {
  const starts = [0]
  for (const line of lines) starts.push((starts.at(-1) as number) + line.length)
  return starts
}
