/**
 * How large the next groups of branches are, so that each test run gives the most information: about half of them pass. After F. K.
 * Hwang, "A method for detecting all defective members in a population by group testing" (1972), with the share of culprits learned
 * on the way instead of known.
 */

/** The prior: one branch of twenty is a culprit. */
const priorCulprits = 1
const priorBranches = 20

/** The share of culprits to expect, estimated from the branches settled so far. */
export function toRate(culprits: number, settled: number): number {
  return (priorCulprits + culprits) / (priorBranches + settled)
}

/** How many branches to test together so that the chance of a pass is one half. At a rate of 0.29 and more, one by one. */
export function toGroupSize(rate: number, branches: number): number {
  const size = Math.round(Math.log(0.5) / Math.log(1 - rate))
  return Math.min(branches, Math.max(1, size))
}

/**
 * Where to look for the first culprit among branches that hold at least one: the places that divide its
 * probable position into equal parts. Ascending, between 1 and `branches - 1`.
 *
 * @param count How many places to test at once.
 */
export function toProbes(rate: number, branches: number, count: number): number[] {
  const someRed = 1 - (1 - rate) ** branches
  const places = Array.from({ length: count }, (_, index) => {
    const share = (index + 1) / (count + 1)
    const place = Math.round(Math.log(1 - share * someRed) / Math.log(1 - rate))
    return Math.min(branches - 1, Math.max(1, place))
  })
  return [...new Set(places)].sort((a, b) => a - b)
}
