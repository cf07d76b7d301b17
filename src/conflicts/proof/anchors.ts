import { countItems } from '../text/count-items.ts'

export interface Compared {
  readonly side: readonly string[]
  readonly result: readonly string[]
}

/**
 * Of lines that both sides added: those that a side has in a place where the result lacks them. A place is the text between two
 * anchors; an anchor is a line that the side and the result have exactly once.
 */
export function findMisplaced(shared: ReadonlySet<string>, { side, result }: Compared): string[] {
  const counts = [countItems(side), countItems(result)]
  const isAnchor = (line: string) => !shared.has(line) && counts.every(count => count.get(line) === 1)
  const places = toPlaces(result, isAnchor)
  const missing: string[] = []
  for (const [anchor, lines] of toPlaces(side, isAnchor)) {
    const present = countItems(places.get(anchor) ?? [])
    for (const [line, count] of countItems(lines))
      if (shared.has(line) && (present.get(line) ?? 0) < count) missing.push(line)
  }
  return missing
}

/** The lines after each anchor; those before the first one belong to no anchor. */
function toPlaces(
  lines: readonly string[],
  isAnchor: (line: string) => boolean,
): Map<string | undefined, string[]> {
  let place: string[] = []
  const places = new Map<string | undefined, string[]>([[undefined, place]])
  for (const line of lines) {
    place.push(line)
    if (!isAnchor(line)) continue
    place = []
    places.set(line, place)
  }
  return places
}
