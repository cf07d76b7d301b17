import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readPlainText, tryReadPlainFile, writePlainFile } from '../../files/plain-file.ts'
import { importStaged } from '../../git/agent-work/import-staged.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { runGit } from '../../git/process/run-git.ts'
import { configValue } from '../../git/repository/open-repository.ts'
import { placeOf } from '../../git/worktree/worktree.ts'
import { toTaskEnvironment } from '../../run/command-environment.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { Refusal } from '../gates/gate.ts'
import { runScriptGate } from '../testing/script-gate.ts'
import type { TaskWork } from '../work/task-work.ts'

/** The hooks' answer to a commit. They may change its message and its files. */
export type HookVerdict =
  | { readonly kind: 'accepted'; readonly message: string; readonly tree: ObjectId }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'stopped' }

/**
 * Runs pre-commit and commit-msg on the commit for an agent, if the plan says so. The hooks are those of the user's checkout,
 * whatever the agent's own has.
 */
export async function runCommitHooks(
  context: RunContext,
  work: TaskWork,
  tree: ObjectId,
  message: string,
): Promise<HookVerdict> {
  if (!context.plan.hooks) return { kind: 'accepted', message, tree }
  const messagePath = join(context.paths.task(work.task.id).exchange, 'message')
  writePlainFile(messagePath, `${message}\n`) // as git does: hooks append lines
  let staged = tree
  for (const [name, script] of hooks) {
    const path = await tryFindHook(context, name)
    if (path === undefined) continue
    const env = await makeHookEnvironment(context, work, staged, { HOOK: path, MESSAGE: messagePath })
    const place = { task: work.task, directory: work.worktree.path }
    const refusal = await runScriptGate(context, place, {
      title: `hook ${name}`,
      name: `the hook ${name}`,
      script,
      env,
    })
    if (refusal === 'stopped') return { kind: 'stopped' }
    if (refusal !== undefined) return { kind: 'refused', refusal }
    staged = await takeStaged(context, work)
  }
  return { kind: 'accepted', message: readPlainText(messagePath), tree: staged }
}

const hooks = [
  ['pre-commit', '"$HOOK"'],
  ['commit-msg', '"$HOOK" "$MESSAGE"'],
] as const

/** Of millions of files. */
const mostIndexBytes = 1 << 29

/** Hooks find the change staged, in an index of their own. */
async function makeHookEnvironment(
  context: RunContext,
  work: TaskWork,
  tree: ObjectId,
  more: Readonly<Record<string, string>>,
) {
  const { worktree, task, start } = work
  const index = toHookIndex(context, work)
  writePlainFile(index, tryReadPlainFile(worktree.index, mostIndexBytes) ?? '')
  await runGit(placeOf(context.control, { ...worktree, index }), ['read-tree', '--reset', tree])
  const git = {
    GIT_DIR: worktree.gitDirectory,
    GIT_WORK_TREE: worktree.path,
    GIT_INDEX_FILE: index,
    GIT_EDITOR: ':',
  }
  return { ...toTaskEnvironment(context, task, start, {}), ...git, ...more }
}

function toHookIndex({ paths }: RunContext, { task }: TaskWork): string {
  return join(paths.task(task.id).exchange, 'index')
}

/** Imports the index after a hook: formatters stage the files that they changed. Their objects are in the agent's git directory. */
async function takeStaged(context: RunContext, work: TaskWork): Promise<ObjectId> {
  const { control } = context
  const { worktree, start } = work
  const index = `${worktree.index}.hook` // a copy, which no one else writes to
  writePlainFile(index, tryReadPlainFile(toHookIndex(context, work), mostIndexBytes) ?? '')
  return importStaged(control, { worktree: { ...worktree, index }, start })
}

async function tryFindHook({ repository }: RunContext, name: string): Promise<string | undefined> {
  const configured = configValue(repository.config, 'core.hookspath')
  const folder =
    configured === undefined ? join(repository.directory, 'hooks') : resolve(repository.root, configured)
  const path = join(folder, name)
  return access(path, constants.X_OK).then(
    () => path,
    () => undefined,
  )
}
