/** Lists of lines that no grammar describes. */
export type LineList = 'toctree' | 'dependencies'

/** The list that a place is in, from the lines above it. */
export function tryLineList(path: string, above: readonly string[]): LineList | undefined {
  if (/\.gradle(\.kts)?$/.test(path)) return isInDependencies(above) ? 'dependencies' : undefined
  if (/\.(rst|txt)$/.test(path)) return isInTocTree(above) ? 'toctree' : undefined
  return undefined
}

/** Whether all lines are entries, and no two entries of different sides name the same thing. */
export function areSeparateEntries(
  list: LineList,
  left: readonly string[],
  right: readonly string[],
): boolean {
  const [mine, others] = [left, right].map(lines => lines.map(line => toSubject[list](line)))
  if (mine === undefined || others === undefined || [...mine, ...others].includes(undefined)) return false
  return !mine.some(subject => others.includes(subject))
}

/** What an entry names; undefined for anything but a one-line entry. */
const toSubject: Readonly<Record<LineList, (line: string) => string | undefined>> = {
  toctree: line => {
    if (/^:|^\.\.|[*?[]/.test(line)) return undefined
    return (/<([^>]+)>$/.exec(line)?.[1] ?? line).replace(/^\/|\.(rst|md|txt)$/g, '')
  },
  dependencies: line => {
    const [, words] =
      /^(?!exclude|force|implementation\s*=)[a-z]\w*(?:\s+|\s*\()\s*([^{};]+)$/.exec(line) ?? []
    if (words === undefined || /\/[/*]/.test(words) || (words.match(/\(/g)?.length ?? 0) > 3) return undefined
    const coordinates = /^[^"']*["']([\w.$-]+:[\w.$-]+)(?:[:@][^"']*)?["']\s*\)*$/.exec(words)?.[1]
    const project = /^(?:\w+\()?project\(\s*(?:path:\s*)?["'](:[\w:.-]+)["']\s*\)+$/.exec(words)?.[1]
    const other = /^(?:\w+\()?(libs\.[\w.]+|projects\.[\w.]+|kotlin\(["'][\w-]+["']\))\s*\)*$/.exec(
      words,
    )?.[1]
    return coordinates ?? project ?? other
  },
}

/** The innermost open block is the one of dependencies. */
function isInDependencies(above: readonly string[]): boolean {
  let depth = 0
  for (const line of above.toReversed()) {
    const code = line.replace(/"[^"\n]*"|'[^'\n]*'|\/\/.*/g, '')
    depth += (code.match(/\}/g)?.length ?? 0) - (code.match(/\{/g)?.length ?? 0)
    if (depth < 0) return /^\s*dependencies\s*\{\s*$/.test(code)
  }
  return false
}

/** Below the directive, its options and a blank line. */
function isInTocTree(above: readonly string[]): boolean {
  const start = above.findLastIndex(line => /^\s*\.\. /.test(line))
  const directive = above[start]
  if (directive === undefined || !/^\s*\.\. toctree::\s*$/.test(directive)) return false
  const indent = toIndent(directive)
  const inside = above.slice(start + 1)
  return (
    inside.every(line => line.trim() === '' || toIndent(line) > indent) &&
    inside.some(line => line.trim() === '')
  )
}

function toIndent(line: string): number {
  return line.length - line.trimStart().length
}
