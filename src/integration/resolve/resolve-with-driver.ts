import { execFile } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { checkProof } from '../../conflicts/proof/check-proof.ts'
import { findUnfit } from '../../conflicts/text/text-shape.ts'
import { readPlainText, writePlainFile } from '../../files/plain-file.ts'
import { type Program, requireProgram, tryProgram } from '../../files/programs.ts'
import { writeObject } from '../../git/objects/objects.ts'
import type { TreeEntry } from '../../git/objects/tree-entry.ts'
import {
  type ResolvedFile,
  type Resolving,
  tryReadMergeable,
  type UnresolvedFile,
} from '../../merging/merge-conflict.ts'
import { toStoredResolution } from '../../merging/stored-resolution.ts'

/** A merge driver for git that understands languages. It writes its result over ours, and exits with 0 if no conflict is left. */
interface Driver {
  readonly program: Program
  readonly toArguments: (files: DriverFiles) => string[]
}

interface DriverFiles {
  readonly base: string
  readonly ours: string
  readonly theirs: string
  /** The path in the repository, which shows the language. */
  readonly path: string
}

/** As in their own documentation for git. */
const drivers: readonly Driver[] = [
  {
    program: 'mergiraf',
    toArguments: ({ base, ours, theirs, path }) => ['merge', '--git', base, ours, theirs, '-p', path],
  },
  { program: 'weave-driver', toArguments: ({ base, ours, theirs, path }) => [base, ours, theirs, '7', path] },
]

const driverMilliseconds = 30_000

/**
 * Tries the installed merge drivers on a file that rules could not resolve. Their answer needs the proof, like any other, and is
 * stored, so that the same merge is the same where they are not installed.
 */
export async function resolveWithDriver(
  resolving: Resolving,
  file: UnresolvedFile,
): Promise<ResolvedFile | UnresolvedFile> {
  const { context } = resolving
  if (!context.plan.integration.resolvers.includes('drivers')) return file
  const reasons = [...file.reasons]
  for (const driver of drivers) {
    if (tryProgram(driver.program) === undefined) continue
    const answer = await tryDriver(resolving, driver, file)
    if (typeof answer !== 'string') return answer
    reasons.push(`${driver.program}: ${answer}`)
  }
  return { ...file, reasons }
}

async function tryDriver(
  { context, control, cache }: Resolving,
  driver: Driver,
  { conflict }: UnresolvedFile,
): Promise<ResolvedFile | string> {
  const mergeable = await tryReadMergeable(control, conflict)
  const { ours, theirs } = conflict
  if (mergeable === undefined || !ours || !theirs) return 'one side does not have the file'
  const { versions, mode } = mergeable
  const unfit = findUnfit([versions.base ?? '', versions.ours, versions.theirs])
  if (unfit !== undefined) return unfit
  const folder = join(context.paths.scripts, `driver-${ours.id}-${theirs.id}`)
  try {
    const text = await runDriver(context.repository.env, driver, folder, versions)
    if (text === undefined) return 'it left a conflict'
    const proof = await checkProof(versions, text, [])
    if (proof.kind === 'refuted') return proof.problems.join('; ')
    // It is stored, so it must be in the repository and not only in the temporary objects of the merge.
    const id = await writeObject(context.repository.store, 'blob', text)
    const result: TreeEntry = { mode, id }
    const file = { conflict, result, proof: `${driver.program}: ${proof.checked}`, choices: [] }
    await cache.add([toStoredResolution('driver', file)])
    return { ...file, by: 'rule:drivers' }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runDriver(
  env: Readonly<Record<string, string>>,
  { program, toArguments }: Driver,
  folder: string,
  { path, base = '', ours, theirs }: { path: string; base: string | undefined; ours: string; theirs: string },
): Promise<string | undefined> {
  await mkdir(folder, { recursive: true })
  const place = (side: string) => join(folder, `${side}-${basename(path)}`)
  const files = { base: place('base'), ours: place('ours'), theirs: place('theirs'), path }
  writePlainFile(files.base, base)
  writePlainFile(files.ours, ours)
  writePlainFile(files.theirs, theirs)
  const isDone = await new Promise<boolean>(resolve => {
    const options = { cwd: folder, env, timeout: driverMilliseconds }
    execFile(requireProgram(program), toArguments(files), options, error => resolve(error === null))
  })
  return isDone ? readPlainText(files.ours) : undefined
}
