import type { ImportEdge } from '../coupling/imports.ts'
import { isCode, isNotOurs } from '../starter/starter-folders.ts'

/** A part of a repository that one agent can survey. */
export interface Area {
  /** Folders, and `.` for the files at the top. They hold no folder of another area, except for areas of their own. */
  readonly folders: readonly string[]
  readonly files: readonly string[]
}

/** Smaller areas are not worth an agent. */
const fewestFiles = 3

/**
 * Divides a repository into areas along its folders: the largest folder is split into its subfolders until there are enough areas; then the
 * smallest are joined with the areas that share the most imports with them.
 *
 * @param most The maximum number of areas.
 */
export function toAreas(paths: readonly string[], imports: readonly ImportEdge[], most: number): Area[] {
  const files = paths.filter(path => isCode(path) && !path.split('/').some(isNotOurs))
  let areas = toChildren({ folders: ['.'], files })
  for (let next = split(areas, most); next !== undefined; next = split(areas, most)) areas = next
  return joinSmall(areas, imports, most).sort((a, b) => b.files.length - a.files.length)
}

/** Twice the number wanted: joining by imports then has a choice. */
function split(areas: readonly Area[], most: number): Area[] | undefined {
  if (areas.length >= most * 2) return undefined
  const average = areas.reduce((sum, { files }) => sum + files.length, 0) / most
  const bySize = [...areas].sort((a, b) => b.files.length - a.files.length)
  for (const area of bySize.filter(({ files }) => files.length > Math.max(average, fewestFiles))) {
    const children = toChildren(area)
    if (children.length > 1) return [...areas.filter(other => other !== area), ...children]
    const [only] = children
    if (only !== undefined && only.folders[0] !== area.folders[0])
      return [...areas.filter(other => other !== area), only]
  }
  return undefined
}

/** The direct subfolders of an area's folder, and its own files. */
function toChildren({ folders: [folder = '.'], files }: Area): Area[] {
  const prefix = folder === '.' ? '' : `${folder}/`
  const groups = new Map<string, string[]>()
  for (const file of files) {
    const rest = file.slice(prefix.length)
    const child = rest.includes('/') ? `${prefix}${rest.slice(0, rest.indexOf('/'))}` : folder
    const own = groups.get(child)
    if (own === undefined) groups.set(child, [file])
    else own.push(file)
  }
  return [...groups].map(([child, own]) => ({ folders: [child], files: own }))
}

function joinSmall(areas: readonly Area[], imports: readonly ImportEdge[], most: number): Area[] {
  let left = [...areas]
  for (;;) {
    const bySize = left.toSorted((a, b) => a.files.length - b.files.length)
    const [smallest] = bySize
    if (smallest === undefined || left.length === 1) return left
    if (left.length <= most && smallest.files.length >= fewestFiles) return left
    const others = bySize.slice(1)
    const nearest = toNearest(smallest, others, imports)
    const joined = {
      folders: [...nearest.folders, ...smallest.folders].sort(),
      files: [...nearest.files, ...smallest.files].sort(),
    }
    left = [...others.filter(other => other !== nearest), joined]
  }
}

/** The area with the most imports from or to this one; without any, the smallest. */
function toNearest(area: Area, others: readonly Area[], imports: readonly ImportEdge[]): Area {
  const own = new Set(area.files)
  const ties = others.map(other => {
    const theirs = new Set(other.files)
    return imports.filter(
      ({ from, to }) => (own.has(from) && theirs.has(to)) || (own.has(to) && theirs.has(from)),
    ).length
  })
  return others[ties.indexOf(Math.max(...ties))] as Area
}
