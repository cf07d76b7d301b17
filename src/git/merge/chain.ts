import { type Commit, harnessIdentity, tryTrailer } from '../objects/commits.ts'
import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import type { Repository } from '../repository/open-repository.ts'
import { requireCommit } from '../trees/read-commit.ts'

/** A commit of the harness for a task's branch: its merge, or all of it squashed. */
export interface ChainLink {
  readonly task: string
  readonly commit: ObjectId
  readonly isMerge: boolean
}

/** The trailer of a squash commit that names the tip of its branch. */
export const squashTrailer = 'Agent-Commit'

/** The task whose branch a commit of a run merges; undefined: it is not the harness's. */
export function tryBroughtTask(
  { parents, message }: Pick<Commit, 'parents' | 'message'>,
  run: string,
): string | undefined {
  const isLink = parents.length === 2 || (parents.length === 1 && trySquashed(message) !== undefined)
  return isLink && tryTrailer(message, 'Agent-Run') === run ? tryTrailer(message, 'Agent-Task') : undefined
}

/** The run whose task a commit merges or squashes. */
export function tryBringingRun({
  parents,
  message,
}: Pick<Commit, 'parents' | 'message'>): string | undefined {
  const run = tryTrailer(message, 'Agent-Run')
  return run === undefined || tryBroughtTask({ parents, message }, run) === undefined ? undefined : run
}

/** The merges and squashes of a run, back from a tip along first parents, the newest first. Ends at the first other commit. */
export async function readChain(repository: Repository, tip: ObjectId, run: string): Promise<ChainLink[]> {
  const links: ChainLink[] = []
  for (let commit = tip; ; ) {
    const { parents, message } = await requireCommit(repository, commit)
    const task = tryBroughtTask({ parents, message }, run)
    if (task === undefined) return links
    links.push({ task, commit, isMerge: parents.length > 1 })
    commit = parents[0] as ObjectId
  }
}

export interface SquashSearch {
  readonly run: string
  /** Commits whose history holds work of agents only as squashes or merges. */
  readonly tips: readonly ObjectId[]
  readonly base: ObjectId
}

/** The tips of squashed branches, by the squash commits of a run. */
export async function readSquashes(
  { place, repository }: Pick<ControlRepository, 'place' | 'repository'>,
  { run, tips, base }: SquashSearch,
): Promise<Map<ObjectId, ObjectId>> {
  const beyond = [...new Set(tips)].filter(tip => tip !== base)
  if (beyond.length === 0) return new Map()
  const search = ['--max-parents=1', '--fixed-strings', `--grep=Agent-Run: ${run}`]
  const format = ['--no-commit-header', '--format=%H %ce%n%B%x00']
  const output = await runGit(place, ['rev-list', ...search, ...format, ...beyond, `^${base}`])
  const found = output.split('\0').flatMap(entry => {
    const [head = '', ...message] = entry.trimStart().split('\n')
    const [commit = '', committer] = head.split(' ')
    const branch = trySquashed(message.join('\n'))
    return branch === undefined || committer !== harnessIdentity.email ? [] : [[commit, branch] as const]
  })
  const known = await Promise.all(found.map(([, branch]) => repository.objects.readInfo(branch)))
  return new Map(found.filter((_, index) => known[index]?.type === 'commit'))
}

function trySquashed(message: string): ObjectId | undefined {
  const id = tryTrailer(message, squashTrailer)
  return id !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(id) ? id : undefined
}
