import { listAddedLines, type MergedText } from './merged-text.ts'

/** Keys that one side added before a longer one of the other: in a table of aliases, routes or patterns, `@y` shadows `@y/z`. */
export function findShadowedKeys({ base, ours, theirs, result }: MergedText): string[] {
  const [left, right] = [toKeys(listAddedLines(base, ours)), toKeys(listAddedLines(base, theirs))]
  if (left.length === 0 || right.length === 0) return []
  const lines = result.split('\n')
  const order = lines.map(line => toKeys([line.trim()])[0])
  const isShadowed = (short: string, long: string) => {
    const [first, last] = [order.indexOf(short), order.lastIndexOf(long)]
    return (
      hides(short, long) && first < last && (!isRequest(short) || isOneBlock(lines.slice(first, last + 1)))
    )
  }
  return [
    ...left.filter(key => right.some(other => isShadowed(key, other))),
    ...right.filter(key => left.some(other => isShadowed(key, other))),
  ]
}

function isRequest(key: string): boolean {
  return key.includes(' ')
}

/** Whether no line is less indented than the first one: routes of two functions do not meet. */
function isOneBlock(lines: readonly string[]): boolean {
  const toIndent = (line = '') => line.length - line.trimStart().length
  return lines.every(line => line.trim() === '' || toIndent(line) >= toIndent(lines[0]))
}

/** Whether a key is the start of another one, or has a variable for a part of it: `/users/:id` and `/users/new`. */
function hides(short: string, long: string): boolean {
  if (short === long) return false
  if (short.startsWith('^')) return isPatternOf(short, long)
  if (!isRequest(short) && long.startsWith(short.endsWith('/') ? short : `${short}/`)) return true
  const [parts, others] = [short.split('/'), long.split('/')]
  const isVariable = (part = '') => /^(:\w+|\{\w+\}|\[\w+\]|<[\w:]+>|\*)$/.test(part)
  return (
    parts.length === others.length &&
    parts.some((part, index) => isVariable(part) && part !== others[index]) &&
    parts.every((part, index) => part === others[index] || (isVariable(part) && !isVariable(others[index])))
  )
}

/** Whether a regular expression may match what another one matches: one begins with the letters that the other begins with. */
function isPatternOf(pattern: string, other: string): boolean {
  const [, letters = '', rest = ''] = /^\^([^()[\].*+?\\|$]*)(.*)$/.exec(pattern) ?? []
  const [, otherLetters = ''] = /^\^?([^()[\].*+?\\|$]*)/.exec(other) ?? []
  return !/^\$?$/.test(rest) && otherLetters.startsWith(letters)
}

/** Keys of lines such as `'@y': 'y'` or `path('y', …)` that may hide others; `get /y` for a request. */
function toKeys(lines: readonly string[]): string[] {
  return lines.flatMap(line => {
    const [, verb, key] =
      /^(?:@?\$?(?:\w+(?:\.|::|->))*(\w+)(?:\(\s*|\s+(?=["'])))?(?:find:\s*)?r?["'`](\^[^"'`]+|[@~\w./*:<>{}[\]-]+)["'`]\s*[:,=)]/.exec(
        line,
      ) ?? []
    if (key === undefined || !/[\w@~^]/.test(key)) return []
    if (key.startsWith('^') && verb === undefined && !/^.\S+["'`]\s*[:=]/.test(line)) return []
    return /^(get|post|put|patch|delete|head|options|route)$/.test(verb ?? '') ? `${verb} ${key}` : key
  })
}
