import type { Repository } from '../../git/repository/open-repository.ts'
import type { Environment, TaskId } from '../../model/plan.ts'
import type { PlanFile, TaskEntry } from '../../plan/file/plan-file.ts'
import type { CheckedPlan } from '../../plan/schema/read-plan.ts'
import { readStoredPlan, toStoredText } from '../../plan/schema/stored-plan.ts'
import type { GitHubClient } from '../github/ask-github.ts'
import { connectToGitHub } from '../github/connect.ts'
import { toIssuePrompt } from './issue-prompt.ts'
import { readIssue } from './read-issue.ts'
import { runPromptCommand } from './run-prompt-command.ts'

interface Filling {
  readonly repository: Repository
  /** The user's environment, with tokens. */
  readonly env: Environment
  readonly issues: PlanFile['issues']
  readonly notices: string[]
  github: GitHubClient | undefined
}

/** Whether the prompts of a plan are in it, or in files beside it. */
export function isFilled({ file }: CheckedPlan): boolean {
  return Object.values(file.tasks).every(isEntryFilled)
}

/** Fills in the prompts from issues and commands, so that the plan is self-contained. */
export async function fillPrompts<T extends CheckedPlan>(
  checked: T,
  repository: Repository,
  env: Environment,
): Promise<T> {
  if (isFilled(checked)) return checked
  const { file, order } = checked
  const filling: Filling = { repository, env, issues: file.issues, notices: [], github: undefined }
  const tasks = { ...file.tasks }
  for (const id of order) tasks[id] = await fill(id, file.tasks[id] as TaskEntry, filling)
  const filled = readStoredPlan(toStoredText({ ...file, tasks }, order))
  return { ...checked, ...filled, notices: [...filled.notices, ...filling.notices] }
}

function isEntryFilled(entry: TaskEntry): boolean {
  return entry.prompt !== undefined || (entry.issue === undefined && entry['prompt-command'] === undefined)
}

async function fill(id: TaskId, entry: TaskEntry, filling: Filling): Promise<TaskEntry> {
  if (isEntryFilled(entry)) return entry
  const { 'prompt-command': command, ...rest } = entry
  const { repository, env } = filling
  if (command !== undefined) return { ...rest, prompt: await runPromptCommand(repository, id, command, env) }
  const { label, comments } = filling.issues
  const text = await readIssue(connect(filling), entry.issue ?? 0, { label, comments })
  filling.notices.push(...text.notices)
  return { ...rest, title: entry.title ?? toTitle(text.title), prompt: toIssuePrompt(text) }
}

/** A title that the schema accepts. */
function toTitle(title: string): string {
  return title.replace(/\s+/g, ' ').trim().slice(0, 200) || 'Without a title'
}

function connect(filling: Filling): GitHubClient {
  const { repository, env } = filling
  filling.github ??= connectToGitHub(repository, env)
  return filling.github
}
