/**
 * A function that computes each answer once.
 *
 * @param known Cache of the answers: a WeakMap drops them together with their subject.
 */
export function remember<A, R extends object>(
  answer: (about: A) => R,
  known: { get(about: A): R | undefined; set(about: A, found: R): unknown },
): (about: A) => R {
  return about => {
    const before = known.get(about)
    if (before !== undefined) return before
    const found = answer(about)
    known.set(about, found)
    return found
  }
}
