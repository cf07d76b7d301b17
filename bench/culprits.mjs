import { importBuilt, makeRandom } from './support.mjs'

const sizes = [
  [20, 2],
  [50, 3],
  [100, 5],
  [200, 10],
]
const worlds = 200

/** How many test runs it takes to find the culprits, against the least that any search needs; means of 200 worlds with fixed seeds. */
export async function measureCulprits() {
  const { findLandable } = await importBuilt('culprits/find-landable.js')
  const rows = []
  for (const [branches, count] of sizes) {
    const total = { blind: 0, retried: 0, full: 0, chosen: 0 }
    for (let seed = 0; seed < worlds; seed++) {
      const culprits = pick(branches, count, seed)
      const blind = makeWorld(branches, culprits, { isReadable: false, flakyRetries: 0 })
      const retried = makeWorld(branches, culprits, { isReadable: false, flakyRetries: 1 })
      const sighted = makeWorld(branches, culprits, { isReadable: true, flakyRetries: 1 })
      for (const world of [blind, retried, sighted]) {
        const { evicted } = await findLandable(world)
        if ([...evicted.keys()].sort().join() !== culprits.map(String).sort().join())
          throw new Error(`seed ${seed}: the wrong branches were evicted`)
      }
      total.blind += blind.runs.full
      total.retried += retried.runs.full
      total.full += sighted.runs.full
      total.chosen += sighted.runs.chosen
    }
    const bound = toBound(branches, count)
    const mean = key => total[key] / worlds
    rows.push(
      {
        what: `${count} culprits of ${branches}, exit code only: runs`,
        value: mean('blind'),
        limit: 1.3 * bound + 2,
        detail: `bound ${bound.toFixed(1)}; one by one ${branches}; with every conviction run again ${mean('retried').toFixed(1)}`,
      },
      {
        what: `${count} culprits of ${branches}, readable output: full runs`,
        value: mean('full'),
        limit: 2.2,
        detail: `and ${mean('chosen').toFixed(1)} runs of only the tests that failed`,
      },
    )
  }
  return rows
}

/** Branches of which some fail a test of their own. A tree is the list of what is merged. */
function makeWorld(branches, culprits, { isReadable, flakyRetries }) {
  const known = new Map()
  const runs = { full: 0, chosen: 0 }
  return {
    runs,
    base: { tree: '' },
    parallel: 1,
    flakyRetries,
    canChoose: () => isReadable,
    onEvicted: () => {},
    merge: async evicted => {
      const names = Array.from({ length: branches }, (_, index) => String(index)).filter(
        name => !evicted.has(name),
      )
      return names.map((task, index) => ({ task, tree: names.slice(0, index + 1).join() }))
    },
    test: async ({ tip, chosen, repetition }) => {
      const key = `${tip.tree} ${chosen} ${repetition}`
      if (!known.has(key)) {
        runs[chosen === undefined ? 'full' : 'chosen']++
        const there = new Set(tip.tree.split(','))
        const failed = culprits
          .map(String)
          .filter(name => there.has(name) && chosen?.includes(name) !== false)
        known.set(
          key,
          failed.length === 0
            ? { kind: 'passed' }
            : {
                kind: 'failed',
                failed: isReadable ? failed : null,
                isBroken: false,
                stage: 'test',
                reason: '',
              },
        )
      }
      return known.get(key)
    },
  }
}

function pick(below, count, seed) {
  const random = makeRandom(seed)
  const picked = new Set()
  while (picked.size < count) picked.add(random(below))
  return [...picked]
}

/** log2 of the number of ways in which up to so many branches can be culprits. */
function toBound(branches, culprits) {
  let ways = 0
  for (let choice = 1, count = 0; count <= culprits; count++) {
    ways += choice
    choice = (choice * (branches - count)) / (count + 1)
  }
  return Math.log2(ways)
}
