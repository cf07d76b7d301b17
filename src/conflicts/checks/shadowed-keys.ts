import { listAddedLines, type MergedText, toTrimmedLines } from './merged-text.ts'

/** Keys that one side added before a longer one of the other: in a table of aliases, routes or patterns, `@y` shadows `@y/z`. */
export function findShadowedKeys({ base, ours, theirs, result }: MergedText): string[] {
  const [left, right] = [toKeys(listAddedLines(base, ours)), toKeys(listAddedLines(base, theirs))]
  const order = toKeys(toTrimmedLines(result))
  const isShadowed = (short: string, long: string) =>
    long.startsWith(short.endsWith('/') ? short : `${short}/`) &&
    order.indexOf(short) < order.lastIndexOf(long)
  return [
    ...left.filter(key => right.some(other => isShadowed(key, other))),
    ...right.filter(key => left.some(other => isShadowed(key, other))),
  ]
}

/** Keys of lines such as `'@y': 'y'` or `path('y', …)` that may be prefixes of others. */
function toKeys(lines: readonly string[]): string[] {
  return lines.flatMap(line => {
    const key = /^(?:[\w.]+\(\s*)?(?:find:\s*)?["'`]([@~\w./*-]+)["'`]\s*[:,=]/.exec(line)?.[1]
    return key === undefined || key.length < 2 ? [] : key
  })
}
