/**
 * The number of the first line with one of git's conflict markers, unless a side has that very line. A line of `=` alone may
 * underline a heading.
 */
export function findMarker(text: string, sides: readonly string[]): number | undefined {
  const known = new Set(sides.flatMap(side => side.split(/\r?\n/)))
  const isMarker = (line: string) => /^(<{7,}|>{7,}|\|{7,})( |$)/.test(line) && !known.has(line)
  const index = text.split(/\r?\n/).findIndex(isMarker)
  return index === -1 ? undefined : index + 1
}
