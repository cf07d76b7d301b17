/** Finds the row, from 0, of an offset. */
export function toRowFinder(lines: readonly string[]): (offset: number) => number {
  const ends: number[] = []
  for (const line of lines) ends.push((ends.at(-1) ?? 0) + line.length)
  return offset => {
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((ends[middle] as number) > offset) high = middle
      else low = middle + 1
    }
    return low
  }
}
