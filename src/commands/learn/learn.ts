import type { Repository } from '../../git/repository/open-repository.ts'
import type { Lessons } from '../../model/lesson.ts'
import { matchRuns, toRunError } from '../../run/opening/claim-run.ts'
import type { RunId } from '../../run/run-id.ts'
import { withRemoteRefs } from '../remote/remote-runs.ts'
import { groupIncidents } from './group-incidents.ts'
import { type KnownRun, listIncidents } from './list-incidents.ts'
import { isLearning, measureProposals } from './measure.ts'
import { readRuns } from './read-runs.ts'

export interface LearnRequest {
  /** Ids of runs, or how they begin or end; empty: all that are known. */
  readonly runs: readonly string[]
  /** A remote whose runs count as well; undefined: only those of this clone. */
  readonly remote: string | undefined
}

/** What repeats in the runs that this clone, and a remote, know. Their results are data that anybody may have written. */
export async function learn(repository: Repository, { runs: named, remote }: LearnRequest): Promise<Lessons> {
  const known = await readRuns(repository)
  if (remote !== undefined) {
    const access = { remote, settings: [] }
    const theirs = await withRemoteRefs(repository, access, readRuns)
    for (const [run, facts] of theirs) if (!known.has(run)) known.set(run, facts)
  }
  const all = [...known.values()]
  const learning = all.filter(isLearning).sort((a, b) => (a.run < b.run ? 1 : -1))
  const done = all.filter(run => !isLearning(run))
  const runs = named.length === 0 ? done : named.map(name => requireKnown(done, name))
  const incidents = runs.flatMap(listIncidents)
  return {
    runs: runs.length,
    tasks: runs.reduce((sum, { results }) => sum + results.size, 0),
    ...groupIncidents(incidents),
    proposals: await measureProposals(repository, learning, runs, incidents),
  }
}

function requireKnown(runs: readonly KnownRun[], name: RunId): KnownRun {
  const ids = runs.map(({ run }) => run)
  const matches = matchRuns(ids, name)
  if (matches.length !== 1) throw toRunError(name, matches, ids)
  return runs.find(({ run }) => run === matches[0]) as KnownRun
}
