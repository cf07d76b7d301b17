/**
 * The number of the first line with one of git's conflict markers, unless a side has that very line. A line of `=` alone may
 * underline a heading.
 */
export function findMarker(text: string, sides: readonly string[]): number | undefined {
  return findNewLine(text, sides, length => length >= 7)
}

/** The same for a file whose conflict-marker-size attribute is set: it may contain markers of any other size. */
export function findMarkerOfSize(size: number, text: string, sides: readonly string[]): number | undefined {
  return findNewLine(text, sides, length => length === size)
}

function findNewLine(
  text: string,
  sides: readonly string[],
  isMarker: (length: number) => boolean,
): number | undefined {
  const known = new Set(sides.flatMap(side => side.split(/\r?\n/)))
  const index = text.split(/\r?\n/).findIndex(line => {
    const [, signs] = /^(<+|>+|\|+)(?: |$)/.exec(line) ?? []
    return signs !== undefined && isMarker(signs.length) && !known.has(line)
  })
  return index === -1 ? undefined : index + 1
}
