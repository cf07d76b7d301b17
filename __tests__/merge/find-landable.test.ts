import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findLandable, type Landable } from '../../src/culprits/find-landable.ts'
import type { Link, TestVerdict } from '../../src/culprits/world.ts'
import { type Faults, faultless, Killed, SyntheticWorld } from './synthetic-world.ts'

type Tested = Extract<Landable<Link>, { kind: 'tested' }>

async function solve(world: SyntheticWorld): Promise<Tested> {
  const landable = await findLandable(world)
  if (landable.kind !== 'tested') throw new Error(landable.kind)
  return landable
}

const toNumbers = (tasks: Iterable<string>) => [...tasks].map(task => Number(task.slice(1)))

/** Random graphs with culprits, pairs that only fail together, breakers that hide others, conflicts, flakes and a base that fails. */
const anyFaults: fc.Arbitrary<Faults> = fc.integer({ min: 1, max: 24 }).chain(branches => {
  const branch = fc.integer({ min: 0, max: branches - 1 })
  const few = (maxLength: number) => fc.uniqueArray(branch, { maxLength })
  const couples = fc
    .array(fc.tuple(branch, branch), { maxLength: 3 })
    .map(list => list.filter(([a, b]) => a !== b).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const))
  return fc
    .record({
      needs: fc.array(fc.array(branch, { maxLength: 2 }), { minLength: branches, maxLength: branches }),
      culprits: few(5),
      pairs: couples,
      breakers: few(2),
      conflicts: couples,
      isFailing: fc.boolean(),
      flakes: fc.constantFrom(0, 0, 0.1),
      isReadable: fc.boolean(),
      parallel: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ needs, isFailing, ...rest }) => ({
      ...rest,
      branches,
      needs: needs.map((list, index) => list.filter(need => need < index && (need + index) % 3 === 0)),
      onBase: isFailing && rest.isReadable ? ['base'] : [],
      flakyRetries: 1,
    }))
})

/** With single tests unknown, pairs and breakers are enough; flakes are not repeated at every probe, but at every conviction. */
describe('what is found', () => {
  test('is green, complete, tested, and the same every time', async () => {
    await fc.assert(
      fc.asyncProperty(anyFaults, async faults => {
        const world = new SyntheticWorld(faults)
        const { chain, evicted } = await solve(world)
        const landed = toNumbers(chain.map(({ task }) => task))

        expect(world.failures(landed)).toEqual(faults.onBase)
        for (const branch of landed)
          expect(faults.needs[branch]?.every(need => landed.includes(need))).toBe(true)
        expect(landed.filter(branch => evicted.has(`t${branch}`))).toEqual([])
        await expectMaximal(world, landed, evicted)
        expect(await solve(new SyntheticWorld(faults))).toEqual({
          kind: 'tested',
          chain,
          evicted,
          failsOnBase: expect.anything(),
          failing: landed.length === 0 ? [] : faults.onBase,
          flaky: expect.anything(),
        })
      }),
      { numRuns: 400 },
    )
  })

  /** Each evicted branch makes the result red when it is restored in its place. */
  async function expectMaximal(world: SyntheticWorld, landed: readonly number[], evicted: Tested['evicted']) {
    for (const task of evicted.keys()) {
      const others = new Set([...evicted.keys()].filter(other => other !== task))
      const chain = await world.merge(others)
      const there = toNumbers(chain.map(link => link.task))
      const isOnlyAddition = landed.every(branch => there.includes(branch))
      if (!there.includes(Number(task.slice(1))) || !isOnlyAddition) continue
      const failures = world.failures(there)
      expect(failures === undefined || failures.some(test => test !== 'base')).toBe(true)
    }
  }

  test('continues after a kill at any run, and tests nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyFaults, fc.integer({ min: 0, max: 12 }), async (faults, lifetime) => {
        const undisturbed = new SyntheticWorld(faults)
        const expected = await solve(undisturbed)
        const remembered = new Map<string, TestVerdict>()
        let runs = 0
        for (;;) {
          const world = new SyntheticWorld(faults, remembered)
          world.lifetime = lifetime + 1
          try {
            const landable = await solve(world)
            runs += world.runs.full + world.runs.chosen
            expect(landable.chain).toEqual(expected.chain)
            expect(landable.evicted).toEqual(expected.evicted)
            break
          } catch (error) {
            if (!(error instanceof Killed)) throw error
            runs += world.runs.full + world.runs.chosen
          }
        }
        expect(runs).toBe(undisturbed.runs.full + undisturbed.runs.chosen)
      }),
      { numRuns: 150 },
    )
  })
})

describe('a green chain', () => {
  test('takes one run', async () => {
    const world = new SyntheticWorld({ ...faultless, branches: 50 })
    expect((await solve(world)).chain).toHaveLength(50)
    expect(world.runs).toEqual({ full: 1, chosen: 0 })
  })
})

describe('a base that fails', () => {
  test('is reported when single tests are unknown', async () => {
    const world = new SyntheticWorld({ ...faultless, branches: 3, onBase: ['old'] })
    expect(await findLandable(world)).toEqual({ kind: 'base-fails', stage: 'test', reason: 'old' })
    expect(world.runs.full).toBe(3)
  })

  test('does not matter where they are', async () => {
    const world = new SyntheticWorld({
      ...faultless,
      branches: 8,
      onBase: ['old'],
      culprits: [5],
      isReadable: true,
    })
    const { evicted, failsOnBase } = await solve(world)
    expect([...evicted.keys()]).toEqual(['t5'])
    expect(failsOnBase).toEqual(['old'])
  })

  test('is not attributed to a branch, even if single tests cannot be run', async () => {
    const world = new SyntheticWorld({
      ...faultless,
      branches: 8,
      onBase: ['old'],
      culprits: [5],
      isReadable: true,
      canChoose: false,
    })
    const { evicted, failing } = await solve(world)
    expect([...evicted]).toEqual([['t5', 'single 5']])
    expect(failing).toEqual(['old'])
  })
})

describe('flakes', () => {
  test('evict no task and are named', async () => {
    const world = new SyntheticWorld({ ...faultless, branches: 30, flakes: 1, isReadable: true })
    expect(await solve(world)).toMatchObject({ evicted: new Map(), flaky: ['flaky'] })
  })

  test('leave exactly the culprits, at 5 % of all runs', async () => {
    for (let seed = 0; seed < 50; seed++) {
      const culprits = [...new Set([3 + seed, 40, 60])]
      const world = new SyntheticWorld({ ...faultless, branches: 60 + seed, culprits, flakes: 0.05 })
      expect(toNumbers((await solve(world)).evicted.keys()).sort()).toEqual(
        culprits.filter(culprit => culprit < 60 + seed).sort(),
      )
    }
  })
})

/** log2 of the number of ways in which up to `culprits` of `branches` can be culprits: no search can do with fewer runs. */
function toBound(branches: number, culprits: number): number {
  let ways = 0
  for (let choice = 1, count = 0; count <= culprits; count++) {
    ways += choice
    choice = (choice * (branches - count)) / (count + 1)
  }
  return Math.log2(ways)
}

describe('the number of runs', () => {
  const sizes = [
    [20, 2],
    [50, 3],
    [100, 5],
    [200, 10],
  ] as const
  for (const [branches, count] of sizes) {
    test(`for ${count} culprits among ${branches} is near the bound`, async () => {
      const total = { exitCode: 0, full: 0 }
      const worlds = 60
      for (let seed = 0; seed < worlds; seed++) {
        const culprits = pick(branches, count, seed)
        const blind = new SyntheticWorld({ ...faultless, branches, culprits, flakyRetries: 0 })
        const sighted = new SyntheticWorld({ ...faultless, branches, culprits, isReadable: true })
        expect(toNumbers((await solve(blind)).evicted.keys()).sort()).toEqual([...culprits].sort())
        expect(toNumbers((await solve(sighted)).evicted.keys()).sort()).toEqual([...culprits].sort())
        total.exitCode += blind.runs.full
        total.full += sighted.runs.full
      }
      expect(total.exitCode / worlds).toBeLessThanOrEqual(1.3 * toBound(branches, count) + 2)
      expect(total.full / worlds).toBeLessThanOrEqual(2.2)
    })
  }

  /** Different numbers below a limit, the same for the same seed. */
  function pick(below: number, count: number, seed: number): number[] {
    const picked = new Set<number>()
    for (let state = seed * 7919 + 17; picked.size < count; ) {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31
      picked.add(Math.floor((state / 2 ** 31) * below))
    }
    return [...picked]
  }
})
