/** The chosen candidate of each file, by position in the list. */
export type Choice = readonly number[]

/**
 * All combinations of one candidate for each file, the most trusted first: all first ones together, then those in which one file has its
 * second one, and so on. A combination is only taken apart if it fails.
 *
 * @param counts Number of candidates of each file.
 */
export function listChoices(counts: readonly number[], most: number): Choice[] {
  const choices: Choice[] = []
  const furthest = counts.reduce((sum, count) => sum + count - 1, 0)
  for (let distance = 0; distance <= furthest && choices.length < most; distance++)
    choices.push(...listAt(counts, distance))
  return choices.slice(0, most)
}

/** Those whose positions add up to a number. */
function listAt([count, ...others]: readonly number[], distance: number): Choice[] {
  if (count === undefined) return distance === 0 ? [[]] : []
  const places = Array.from({ length: Math.min(count, distance + 1) }, (_, place) => place)
  return places.flatMap(place => listAt(others, distance - place).map(rest => [place, ...rest]))
}
