import { readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
import type { GitHubClient } from '../github/ask-github.ts'
import type { LoadedPlan } from '../load-plan.ts'
import { type WrittenIssue, writeIssues } from './write-issues.ts'

/** Writes the tasks of a plan as issues, and adds their numbers to its file. Tasks with a `prompt-command` are in a tracker already. */
export async function planAsIssues(
  github: GitHubClient,
  { path, plan, file }: LoadedPlan,
  tell: (issue: WrittenIssue) => void,
): Promise<WrittenIssue[]> {
  const tasks = plan.tasks.filter(({ id }) => file.tasks[id]?.['prompt-command'] === undefined)
  const written = await writeIssues({ github, plan: plan.name, tasks, tell })
  const fresh = written.filter(({ kind }) => kind !== 'named')
  if (fresh.length === 0) return written
  const { withIssues } = await import('../../plan/yaml/with-issues.ts') // loads a parser that nothing else needs for plans
  const text = withIssues(
    readFileSync(path, 'utf8'),
    new Map(fresh.map(({ task, number }) => [task, number])),
  )
  replaceFile(realpathSync(path), text)
  return written
}

function replaceFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}.new`
  writeFileSync(draft, text)
  renameSync(draft, path)
}
