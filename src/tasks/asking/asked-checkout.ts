import { join } from 'node:path'
import { equip, unequip } from '../../checkouts/equip.ts'
import { makeOwnFolder } from '../../files/own-folder.ts'
import { isFolder, writePlainFile } from '../../files/plain-file.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import { takeSnapshot } from '../../git/worktree/snapshot.ts'
import { createWorktree, type Worktree } from '../../git/worktree/worktree.ts'
import type { RunContext } from '../../run/run-context.ts'
import { removeTaskFolders } from '../work/task-folders.ts'
import type { AgentQuestion } from './agent-question.ts'

/** The checkout of an agent that only answers a question. Its changes are discarded. */
export class AskedCheckout {
  private readonly context: RunContext
  private readonly question: AgentQuestion
  private worktree: Worktree | undefined

  constructor(context: RunContext, question: AgentQuestion) {
    this.context = context
    this.question = question
  }

  /** A fresh one, whatever an earlier answer left. */
  async open(): Promise<Worktree> {
    const { context, question } = this
    const { control, paths, visibleRefs } = context
    const { name, commit, files } = question
    await this.close()
    this.worktree = await createWorktree(control, {
      path: paths.worktree(name),
      stateFolder: paths.task(name).worktreeState,
      commit,
      branch: name,
      packedRefs: visibleRefs,
    })
    await equip(context, name, this.worktree)
    const { folder, exchange } = paths.task(name)
    for (const place of [folder, exchange]) makeOwnFolder(place)
    for (const [file, text] of Object.entries(files)) writePlainFile(join(exchange, file), text)
    return this.worktree
  }

  /** The paths that it changed nevertheless. */
  async listChanges(): Promise<string[]> {
    const { context, question, worktree } = this
    if (worktree === undefined || !isFolder(worktree.path)) return []
    const { tree } = await takeSnapshot(context.control, worktree, { head: question.commit })
    const changes = await readChanges(context.control.repository, question.commit, tree)
    return changes.map(({ path }) => path)
  }

  async close(): Promise<void> {
    if (this.worktree === undefined) return
    this.worktree = undefined
    await unequip(this.context, this.question.name)
    await removeTaskFolders(this.context, this.question.name)
  }
}
