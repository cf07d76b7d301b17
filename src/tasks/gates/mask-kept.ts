import { readChanges } from '../../git/diff/tree-diff.ts'
import { harnessIdentity, readCommitText, writeCommit } from '../../git/objects/commits.ts'
import { type ObjectId, writeObject } from '../../git/objects/objects.ts'
import type { TreeEntry } from '../../git/objects/tree-entry.ts'
import { runGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { requireTree } from '../../git/trees/commit-tree.ts'
import { requireCommit } from '../../git/trees/read-commit.ts'
import { editTree } from '../../git/trees/tree-edit.ts'
import { deletedMode } from '../../model/file-modes.ts'
import { readStoredPlan } from '../../plan/schema/stored-plan.ts'
import type { RunStore } from '../../run/run-store.ts'
import { maskSecrets } from '../../secrets/masking.ts'
import { scanText } from '../../secrets/scan-text.ts'
import type { GatedChange } from './gate.ts'
import { findSecrets } from './secrets-gate.ts'
import { withContents } from './with-contents.ts'

/** A longer history is not looked through: its files are handed over without it. */
const mostCommits = 1000
const mask = '***'

interface Site {
  readonly repository: Repository
  readonly store: RunStore
  readonly base: ObjectId
  /** Globs of files in which the plan allows what looks like a secret. */
  readonly allowSecrets: readonly string[]
}

/**
 * Before kept work leaves this machine: moves each of these refs whose commit or history holds a secret to a commit without them.
 * Unlike a branch, kept work went through no gate.
 */
export async function maskKept(
  repository: Repository,
  store: RunStore,
  refs: readonly string[],
): Promise<void> {
  const base = await store.resolve(store.refs.base)
  if (base === undefined) return
  const allowSecrets = await readAllowed(store)
  for (const ref of refs) {
    const kept = await store.resolve(ref)
    if (kept === undefined) continue
    const masked = await writeMasked({ repository, store, base, allowSecrets }, kept)
    if (masked !== kept) await store.pointRefs([[ref, masked]])
  }
}

async function readAllowed(store: RunStore): Promise<readonly string[]> {
  const text = await store.readPlanText()
  return text === undefined ? [] : readStoredPlan(text).plan.allowSecrets
}

/** The same commit where it holds no secret. Parents without any stay; the history of others is left out. */
async function writeMasked(site: Site, kept: ObjectId): Promise<ObjectId> {
  if (!(await holdsSecrets(site, kept))) return kept
  const { repository, base } = site
  const { tree, parents, committedAt, message } = await requireCommit(repository, kept)
  const clean: ObjectId[] = []
  for (const parent of parents) if (!(await holdsSecrets(site, parent))) clean.push(parent)
  return writeCommit(repository.store, {
    tree: await maskTree(site, tree),
    parents: clean.length === 0 ? [base] : clean,
    author: harnessIdentity,
    committer: harnessIdentity,
    date: committedAt,
    message: maskSecrets(message),
    trailers: [],
  })
}

async function holdsSecrets(site: Site, tip: ObjectId): Promise<boolean> {
  const { repository, base } = site
  const range = [`--max-count=${mostCommits + 1}`, tip, '--not', base]
  const commits = (await runGit(repository.place, ['rev-list', ...range])).split('\n').filter(id => id !== '')
  if (commits.length > mostCommits) return true
  for (const id of commits) if (await commitHoldsSecrets(site, id)) return true
  return false
}

async function commitHoldsSecrets(site: Site, id: ObjectId): Promise<boolean> {
  const text = String((await site.repository.objects.read(id))?.content)
  if (maskSecrets(text) !== text) return true
  const from = readCommitText(text).parents[0] ?? site.base
  return changesHoldSecrets(site, await readGated(site, from, id))
}

/** The tree with `***` in place of the secrets in files and in their names. */
async function maskTree(site: Site, tree: ObjectId): Promise<ObjectId> {
  const { repository, base } = site
  const edits = new Map<string, TreeEntry | undefined>()
  for (const change of await readGated(site, base, tree)) {
    if (change.newMode === deletedMode || !(await changesHoldSecrets(site, [change]))) continue
    const object = await repository.objects.read(change.newId)
    const text = await maskText(change.path, String(object?.content))
    edits.set(change.path, undefined)
    edits.set(maskSecrets(change.path), {
      mode: change.newMode,
      id: await writeObject(repository.store, 'blob', text),
    })
  }
  const masked = await editTree(repository, tree, edits)
  // Where masking was not enough, in names that are not UTF-8 for example, no file is handed over.
  const isClean = !(await changesHoldSecrets(site, await readGated(site, base, masked)))
  return isClean ? masked : requireTree(repository, base)
}

async function maskText(path: string, text: string): Promise<string> {
  const masked = maskSecrets(text)
  const rest = (await scanText(path, masked)).flatMap(({ value = '' }) => (value === '' ? [] : [value]))
  return rest.reduce((before, value) => before.replaceAll(value, mask), masked)
}

async function readGated({ repository }: Site, from: ObjectId, to: ObjectId): Promise<GatedChange[]> {
  return withContents({ repository }, await readChanges(repository, from, to))
}

async function changesHoldSecrets(
  { repository, base, allowSecrets }: Site,
  changes: readonly GatedChange[],
): Promise<boolean> {
  const place = { repository, control: repository, plan: { allowSecrets } }
  return (await findSecrets(place, { start: base, changes })).length > 0
}
