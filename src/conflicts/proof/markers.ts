/**
 * The number of the first line with one of git's conflict markers, unless a side has that very line. A line of `=` alone may
 * underline a heading.
 */
export function findMarker(text: string, sides: readonly string[]): number | undefined {
  return findNewLine(text, sides, /^(<{7,}|>{7,}|\|{7,})( |$)/)
}

/** The same for a file whose conflict-marker-size attribute is set: it may contain markers of any other size. */
export function findMarkerOfSize(size: number, text: string, sides: readonly string[]): number | undefined {
  return findNewLine(text, sides, new RegExp(`^(<{${size}}|>{${size}}|\\|{${size}})( |$)`))
}

function findNewLine(text: string, sides: readonly string[], pattern: RegExp): number | undefined {
  const known = new Set(sides.flatMap(side => side.split(/\r?\n/)))
  const index = text.split(/\r?\n/).findIndex(line => pattern.test(line) && !known.has(line))
  return index === -1 ? undefined : index + 1
}
