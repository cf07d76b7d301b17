import { execFileSync } from 'node:child_process'
import { type TaskResult, taskResultSchema } from '../../src/model/task-result.ts'
import { gitEnvironment, type TestRepository } from '../support/repository.ts'

export function toResult(task: string, rest: Partial<TaskResult> = {}): TaskResult {
  return taskResultSchema.parse({
    version: 1,
    task,
    outcome: 'succeeded',
    reason: null,
    branch: null,
    base: null,
    commit: null,
    kept: null,
    attempts: 1,
    filesChanged: 1,
    agentSeconds: 1,
    seconds: 1,
    startedAt: null,
    finishedAt: null,
    tokens: null,
    costUsd: null,
    log: null,
    summary: null,
    ...rest,
  })
}

/** The refs of a run that was done somewhere: its plan, results and logs. */
export function storeResults(
  { folder, git }: Pick<TestRepository, 'folder' | 'git'>,
  run: string,
  results: readonly TaskResult[],
  logs: Readonly<Record<string, string>> = {},
): void {
  const put = (name: string, text: string) => {
    const options = {
      cwd: folder,
      input: text,
      encoding: 'utf8',
      env: { ...process.env, ...gitEnvironment },
    } as const
    const id = execFileSync('git', ['hash-object', '-w', '--stdin'], options).trim()
    git('update-ref', `refs/parallel-agents/${run}/${name}`, id)
  }
  const tasks = Object.fromEntries(results.map(({ task }) => [task, { prompt: task }]))
  put('plan', JSON.stringify({ name: 'Stored', agent: 'claude', tasks }))
  for (const result of results) put(`results/${result.task}`, JSON.stringify(result))
  for (const [task, log] of Object.entries(logs)) put(`logs/${task}`, log)
}
