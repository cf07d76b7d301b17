import { dirname, join } from 'node:path'
import { isInPath } from '../../agents/find-programs.ts'
import { readTail } from '../../agents/process/log-file.ts'
import { toTellingEnd } from '../../agents/process/telling-line.ts'
import { equip, unequip } from '../../checkouts/equip.ts'
import { toGeneratedRule } from '../../conflicts/formats/generated.ts'
import { tryReadPlainFile } from '../../files/plain-file.ts'
import type { ConflictedPath } from '../../git/merge/merge-record.ts'
import { type ObjectId, writeObject } from '../../git/objects/objects.ts'
import type { TreeEntry } from '../../git/objects/tree-entry.ts'
import {
  applyFiles,
  type ConflictedMerge,
  type ResolvedFile,
  type Resolving,
  type UnresolvedFile,
} from '../../merging/merge-conflict.ts'
import { toStoredResolution } from '../../merging/stored-resolution.ts'
import { toMatcher } from '../../plan/scope/globs.ts'
import { toCommandEnvironment } from '../../run/command-environment.ts'
import type { RunContext } from '../../run/run-context.ts'
import { integrationName } from '../../run/run-paths.ts'
import { runScript, toCommandEndText } from '../../run/run-script.ts'
import { removeTaskFolders } from '../../tasks/work/task-folders.ts'
import { checkOutAs, writeOpenMerge } from './check-out-merge.ts'

/** How to regenerate a file. */
export interface Generator {
  readonly command: string
  /** The required program; undefined for a command of the plan. */
  readonly program: string | undefined
  /** The folder to run in, from the top. */
  readonly folder: string
}

const worktreeName = '_generate'

/** Whether a command generates a file from others, so that it is regenerated instead of merged. Not if a side deleted it. */
export function isGenerated(context: RunContext, { path, ours, theirs }: ConflictedPath): boolean {
  if (!context.plan.integration.resolvers.includes('generated')) return false
  const areFiles = [ours, theirs].every(side => side?.mode.startsWith('100'))
  return areFiles && toGenerator(context, path) !== undefined
}

/** The command that regenerates a file; undefined: none. */
export function toGenerator({ plan }: RunContext, path: string): Generator | undefined {
  const own = Object.entries(plan.integration.generated).find(([glob]) => toMatcher([glob])(path))
  if (own !== undefined) return { command: own[1], program: undefined, folder: '.' }
  const rule = toGeneratedRule(path)
  return rule && { command: rule.command, program: rule.program, folder: dirname(path) }
}

/**
 * Regenerates files from the merged rest: in a worktree with their versions from the side that is merged into. The output is stored,
 * so that the same merge is the same on a machine where the command gives another result.
 */
export async function regenerate(
  resolving: Resolving,
  merge: ConflictedMerge,
  files: readonly ResolvedFile[],
  generated: readonly ConflictedPath[],
): Promise<{ files: ResolvedFile[] } | { left: UnresolvedFile[] }> {
  if (generated.length === 0) return { files: [] }
  const { cache } = resolving
  const known = await Promise.all(generated.map(conflict => cache.tryFind(conflict)))
  if (known.every(found => found !== undefined)) {
    return {
      files: generated.map((conflict, index) => {
        const { result, proof = '' } = known[index] ?? {}
        return {
          conflict,
          result: result ?? undefined,
          by: 'rule:generated',
          proof,
          choices: [],
        }
      }),
    }
  }
  const oldSide = generated.map(conflict => ({
    conflict,
    result: conflict.ours,
    by: 'rule:generated',
    proof: '',
    choices: [],
  }))
  const tree = await applyFiles(resolving.control, merge.record.tree, [...files, ...oldSide])
  try {
    return await runGenerators(resolving, merge, tree, generated)
  } finally {
    await unequip(resolving.context, worktreeName)
    await removeTaskFolders(resolving.context, worktreeName)
  }
}

async function runGenerators(
  { context, control, cache }: Resolving,
  merge: ConflictedMerge,
  tree: ObjectId,
  generated: readonly ConflictedPath[],
): Promise<{ files: ResolvedFile[] } | { left: UnresolvedFile[] }> {
  const directory = await checkOut({ context, control }, merge, tree)
  const commands = new Map<string, Generator>()
  for (const { path } of generated) {
    const generator = toGenerator(context, path) as Generator
    commands.set(`${generator.folder} ${generator.command}`, generator)
  }
  for (const generator of commands.values()) {
    const problem = await runGenerator(context, directory, generator)
    if (problem !== undefined)
      return { left: generated.map(conflict => ({ conflict, reasons: [`generated: ${problem}`] })) }
  }
  const made = await Promise.all(
    generated.map(async conflict => {
      const path = join(directory, conflict.path)
      const content = tryReadPlainFile(path, context.plan.maxFileMegabytes * 1_000_000)
      if (content === undefined) return undefined
      const id = await writeObject(context.repository.store, 'blob', content)
      const { mode } = conflict.ours as TreeEntry
      const proof = `regenerated by "${toGenerator(context, conflict.path)?.command}"`
      return { conflict, result: { mode, id }, by: 'rule:generated', proof, choices: [] }
    }),
  )
  const files = made.filter(file => file !== undefined)
  if (files.length < generated.length) {
    const reasons = ['generated: the command wrote no file, or one that is too large']
    return { left: generated.map(conflict => ({ conflict, reasons })) }
  }
  await cache.add(files.map(file => toStoredResolution('command', file)))
  return { files }
}

async function runGenerator(
  context: RunContext,
  directory: string,
  { command, program, folder }: Generator,
): Promise<string | undefined> {
  if (program !== undefined && !isInPath(program, context.repository.env))
    return `${program} is not installed, but "${command}" needs it`
  const { timeoutMinutes, stallMinutes } = context.plan.integration
  const logPath = context.paths.log(integrationName)
  const end = await runScript(context, {
    script: command,
    directory: join(directory, folder),
    env: toCommandEnvironment(context, worktreeName),
    logPath,
    title: 'generate',
    timeoutMinutes,
    stallMinutes,
  })
  if (end.kind === 'exited' && end.code === 0) return undefined
  const said = toTellingEnd(readTail(logPath, 0, 1 << 16))
  return `"${command}" ${toCommandEndText(end, timeoutMinutes)}${said}`
}

async function checkOut(
  { context, control }: Pick<Resolving, 'context' | 'control'>,
  { ours, theirs }: ConflictedMerge,
  tree: ObjectId,
): Promise<string> {
  const message = 'A merge without its generated files'
  const commit = await writeOpenMerge(control, { tree, ours, theirs, message })
  const worktree = await checkOutAs(context, control, worktreeName, commit)
  await equip(context, worktreeName, worktree)
  return worktree.path
}
