import { tryGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Incident, MeasuredProposal } from '../../model/lesson.ts'
import { isAbout } from './group-incidents.ts'
import { learnPlan, learnTask, readReasons, readTopics, type Topic } from './learned-prompt.ts'
import type { KnownRun } from './list-incidents.ts'

/** Whether a run was there to learn from others: nothing is learned from it. */
export function isLearning({ plan, prompts }: KnownRun): boolean {
  return plan === learnPlan && Object.hasOwn(prompts, learnTask)
}

/** Counts, for each proposal that has landed, how often what it is about happened before and since. */
export async function measureProposals(
  repository: Repository,
  learning: readonly KnownRun[],
  runs: readonly KnownRun[],
  incidents: readonly Incident[],
): Promise<MeasuredProposal[]> {
  const measured: MeasuredProposal[] = []
  for (const proposal of learning) {
    const result = proposal.results.get(learnTask)
    if (result === undefined || result.commit === null || result.outcome !== 'succeeded') continue
    const landed = await tryLandedAt(repository, proposal, result.commit)
    if (landed === undefined) continue
    const reasons = readReasons(result.summary)
    const topics = readTopics(proposal.prompts[learnTask] ?? '').filter(({ key }) => reasons.has(key))
    const { run } = proposal
    measured.push({ run, commit: result.commit, ...count(landed, topics, runs, incidents) })
  }
  return measured
}

function count(
  landed: Date,
  topics: readonly Topic[],
  runs: readonly KnownRun[],
  incidents: readonly Incident[],
): Omit<MeasuredProposal, 'run' | 'commit'> {
  const second = landed.toISOString().replace(/\D/g, '').slice(0, 14)
  const isSince = (run: string) => run.replace(/\D/g, '').slice(0, 14) >= second
  const countTasks = (found: readonly Incident[]) =>
    new Set(found.map(({ run, task }) => `${run}/${task}`)).size
  const since = runs.filter(({ run }) => isSince(run)).length
  return {
    landedAt: landed.toISOString(),
    runsBefore: runs.length - since,
    runsSince: since,
    lessons: topics.map(topic => {
      const alike = incidents.filter(incident => isAbout(topic, incident))
      return {
        ...topic,
        before: countTasks(alike.filter(({ run }) => !isSince(run))),
        since: countTasks(alike.filter(({ run }) => isSince(run))),
      }
    }),
  }
}

/** When the target got a proposal: by a merge, by its own commit, or by one that still names its run. */
async function tryLandedAt(
  { place }: Repository,
  { run, report }: KnownRun,
  commit: string,
): Promise<Date | undefined> {
  const target = `refs/heads/${report?.target ?? ''}`
  const isIn = (await tryGit(place, ['merge-base', '--is-ancestor', commit, target])).code === 0
  const search = isIn
    ? ['--first-parent', '--ancestry-path', `${commit}^..${target}`]
    : ['--fixed-strings', `--grep=Agent-Run: ${run}`, target]
  const { code, stdout } = await tryGit(place, ['log', '--reverse', '--format=%ct', ...search, '--'])
  const [first] = stdout.split('\n')
  return code === 0 && first !== undefined && first !== '' ? new Date(Number(first) * 1000) : undefined
}
