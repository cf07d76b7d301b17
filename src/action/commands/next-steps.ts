import type { Environment } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import { toOpeningUrl } from '../../report/markdown/issue-answer.ts'
import { toNextCommands } from '../../report/text/next-commands.ts'
import { toPlainLine } from '../../report/text/text.ts'
import { branchRefs } from '../../run/run-refs.ts'

/** Next steps after a run on a runner, as Markdown. */
export function toNextSteps(report: Report, isPushed: boolean, env: Environment): string {
  if (isPushed) return ['### Next', ...tryPullRequest(report, env), toCommands(report)].join('\n\n')
  if (report.integration.land.done) return ''
  return (
    '### Next\n\nThis run exists only on the runner, which is deleted after the job. To keep branches, results and logs, write ' +
    '`push: true` under `with:`, and `permissions: { contents: write }` in the job.'
  )
}

function tryPullRequest({ integration, target }: Report, env: Environment): string[] {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env
  if (integration.branch === null || integration.land.done || !server || !repository) return []
  const url = toOpeningUrl(`${server}/${repository}`, target, integration.branch)
  return [`[Open a pull request](${url}) for what landed.`]
}

/** A pattern for branches in the run's own folder, and every other one by its name. */
function toBranchRefs({ run, tasks, integration }: Report): string[] {
  const all = [integration.branch, ...Object.values(tasks).map(({ branch }) => branch)]
  const named = all.flatMap(name => (name === null ? [] : [`refs/heads/${name}`]))
  const folder = `${branchRefs}${run}/`
  return [...new Set(named.map(ref => (ref.startsWith(folder) ? `${folder}*` : ref)))]
}

/** The state of a run is in refs: every command works in a clone that has them. */
function toCommands(report: Report): string {
  const refs = [`refs/parallel-agents/${report.run}/*`, ...toBranchRefs(report)]
  const fetch = `git fetch origin ${refs.map(ref => `'+${ref}:${ref}'`).join(' ')}`
  const lines = toNextCommands(report, 'parallel-agents').map(
    ({ command, purpose }) => `${command}   # ${toPlainLine(purpose)}`,
  )
  return ['In a clone:', '', '```sh', fetch, ...lines, '```'].join('\n')
}
