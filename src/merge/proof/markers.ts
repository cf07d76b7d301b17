/**
 * The number of the first line that git's conflict markers are left in, if no side has that very line. A line of `=` alone may underline a
 * heading.
 */
export function findMarker(text: string, sides: readonly string[]): number | undefined {
  const known = new Set(sides.flatMap(side => side.split('\n')))
  const isMarker = (line: string) => /^(<{7,}|>{7,}|\|{7,})( |\r?$)/.test(line) && !known.has(line)
  const index = text.split('\n').findIndex(isMarker)
  return index === -1 ? undefined : index + 1
}
