import type { FileHandle } from 'node:fs/promises'
import { type Quarantine, withQuarantine } from '../../git/quarantine/quarantine.ts'
import { areWithin } from '../../git/quarantine/quarantine-commits.ts'
import { QuarantineError } from '../../git/quarantine/quarantine-error.ts'
import { indexPack } from '../../git/quarantine/quarantine-pack.ts'
import { type BundleHeader, readBundleHeader } from '../../git/remote/bundle-header.ts'
import { type ExpectedRef, tryHeaderProblem, tryObjectsProblem } from './check-bundle.ts'
import type { IntakeContext } from './intake-context.ts'
import type { BundleFacts } from './manifest.ts'
import { readDigest, readStart, withPlainFile } from './read-file.ts'

export interface BundleIntake {
  readonly path: string
  readonly facts: BundleFacts
  readonly expected: ExpectedRef
}

/** Opens a quarantine, imports a bundle into it, and works with its content. */
export function withBundle<T>(
  context: IntakeContext,
  bundle: BundleIntake,
  work: (quarantine: Quarantine) => Promise<T>,
): Promise<T> {
  return withQuarantine(context.trusted, context.limits.objectBytes, async quarantine => {
    await takeBundle(context, quarantine, bundle)
    return work(quarantine)
  })
}

async function takeBundle(
  context: IntakeContext,
  quarantine: Quarantine,
  { path, facts, expected }: BundleIntake,
): Promise<void> {
  const { limits } = context
  await withPlainFile(path, limits.bundleBytes, async (file, bytes) => {
    if (bytes !== facts.bytes || (await readDigest(file)) !== facts.sha256)
      throw new QuarantineError('its bundle is not the one that its manifest was made for (other bytes)')
    const header = await requireHeader(context, file)
    requireNone(tryHeaderProblem(header, expected, limits))
    await requirePrerequisites(context, quarantine, header)
    const pack = file.createReadStream({ start: header.packOffset, autoClose: false })
    const packLimits = { packBytes: limits.bundleBytes, seconds: limits.indexSeconds }
    requireNone(tryObjectsProblem(await indexPack(quarantine, pack, packLimits), limits))
  })
  const tip = await quarantine.repository.objects.readInfo(expected.commit)
  if (tip?.type !== 'commit') throw new QuarantineError(`its commit ${expected.commit} is missing`)
}

async function requireHeader({ limits, trusted }: IntakeContext, file: FileHandle): Promise<BundleHeader> {
  const reading = readBundleHeader(await readStart(file, limits.headerBytes), trusted.store.format)
  if (reading.kind === 'damaged') throw new QuarantineError(reading.reason)
  return reading.header
}

/** Everything that a bundle requires must be in the history of the base. */
async function requirePrerequisites(
  { base }: IntakeContext,
  quarantine: Quarantine,
  { prerequisites }: BundleHeader,
): Promise<void> {
  const others = prerequisites.filter(commit => commit !== base)
  for (const commit of others) {
    if ((await quarantine.repository.objects.readInfo(commit)) === undefined)
      throw new QuarantineError(`it builds on a missing ancestor: there is no commit ${commit} here`)
  }
  if (!(await areWithin(quarantine, others, base)))
    throw new QuarantineError(`wrong base: it builds on ${others.join(', ')}, which ${base} does not contain`)
}

/** Refuses with the problem that a check found. */
export function requireNone(problem: string | undefined): void {
  if (problem !== undefined) throw new QuarantineError(problem)
}
