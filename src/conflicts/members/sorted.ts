/** Sorts items if all these sequences share an order: by characters, or by words ignoring case. */
export function trySortLike(
  items: readonly string[],
  sequences: readonly (readonly string[])[],
): string[] | undefined {
  const order = [compareCodes, compareWords].find(compare => sequences.every(side => isSorted(side, compare)))
  return order && items.toSorted(order)
}

function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function compareWords(a: string, b: string): number {
  return compareCodes(a.toLowerCase(), b.toLowerCase())
}

function isSorted(items: readonly string[], compare: (a: string, b: string) => number): boolean {
  return items.every((item, index) => index === 0 || compare(items[index - 1] as string, item) <= 0)
}
