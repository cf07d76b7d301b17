import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readBundleHeader } from '../../src/git/remote/bundle-header.ts'
import { readManifest } from '../../src/jobs/handover/manifest.ts'
import { rounds } from '../support/rounds.ts'
import { commitFiles, type Fixture, forge, handOver, makeFixture, refs, stateOf, takeIn } from './fixture.ts'

async function makeHandover(): Promise<Fixture> {
  const fixture = await makeFixture()
  const { source, base } = fixture
  const commit = commitFiles(source, [base], { 'src/a.txt': 'changed\n', 'src/b.txt': 'b\n' })
  await handOver(fixture, 'contract', { commit })
  return fixture
}

/** Where a file is damaged, as parts of its length, and how. */
const damages = fc.array(
  fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 255 })),
  {
    minLength: 1,
    maxLength: 4,
  },
)

function damage(bytes: Buffer, flips: readonly (readonly [number, number])[]): Buffer {
  const copy = Buffer.from(bytes)
  for (const [at, mask] of flips) {
    const index = Math.floor(at * copy.length)
    copy[index] = (copy[index] ?? 0) ^ mask
  }
  return copy
}

/** What is taken from damaged files, as the state of the trusted repository; undefined: they were refused, and nothing was written. */
async function takeDamaged(fixture: Fixture): Promise<string | undefined> {
  const { trusted } = fixture
  const before = stateOf(trusted)
  const { answers } = await takeIn(fixture)
  if (answers[0]?.kind === 'refused') {
    expect(stateOf(trusted)).toBe(before)
    return undefined
  }
  const ids = trusted.git('for-each-ref', '--format=%(objectname) %(refname)')
  for (const ref of [refs.branch('contract'), refs.result('contract'), refs.log('contract')])
    trusted.git('update-ref', '-d', ref)
  return ids
}

async function listRefs(): Promise<[Fixture, string]> {
  const fixture = await makeHandover()
  return [fixture, (await takeDamaged(fixture)) as string]
}

test('a damaged manifest is refused, or is the same', async () => {
  const fixture = await makeHandover()
  const bytes = readFileSync(join(fixture.folder, 'contract.json'))
  const whole = readManifest(bytes)
  fc.assert(
    fc.property(damages, flips => {
      const reading = readManifest(damage(bytes, flips))
      if (reading.kind === 'read') expect(reading).toEqual(whole)
    }),
    { numRuns: rounds(1000, 3000) },
  )
})

test('any text is a manifest or is refused, and never an error', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map(text => Buffer.from(text)),
      ),
      bytes => {
        expect(readManifest(Buffer.from(bytes)).kind).toBe('damaged')
      },
    ),
  )
})

test('any bytes are the header of a bundle or are refused, and never an error', () => {
  const start = fc.constantFrom('', '# v2 git bundle\n', '# v3 git bundle\n@object-format=sha1\n')
  fc.assert(
    fc.property(start, fc.string(), (signature, rest) => {
      expect(readBundleHeader(Buffer.from(`${signature}${rest}\n\n`), 'sha1').kind).toBe('damaged')
    }),
  )
})

test('a bundle that was damaged on the way is refused', async () => {
  const fixture = await makeHandover()
  const path = join(fixture.folder, 'contract.bundle')
  const bytes = readFileSync(path)
  await fc.assert(
    fc.asyncProperty(damages, async flips => {
      const damaged = damage(bytes, flips)
      writeFileSync(path, damaged)
      if (!damaged.equals(bytes)) expect(await takeDamaged(fixture)).toBeUndefined()
    }),
    { numRuns: rounds(6, 15) },
  )
})

test('a bundle that was damaged on purpose, with sums to match, is refused or gives the same', async () => {
  const [fixture, refsOfWhole] = await listRefs()
  const path = join(fixture.folder, 'contract.bundle')
  const bytes = readFileSync(path)
  await fc.assert(
    fc.asyncProperty(damages, async flips => {
      writeFileSync(path, damage(bytes, flips))
      forge(fixture, 'contract', manifest => manifest)
      expect([undefined, refsOfWhole]).toContain(await takeDamaged(fixture))
    }),
    { numRuns: rounds(15, 40) },
  )
})
