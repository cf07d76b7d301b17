import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { requireProgram } from '../../files/programs.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Environment, TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'

const timeoutMilliseconds = 120_000
const mostBytes = 1 << 22

/** The output of a plan's prompt command, which runs at the top of the repository with the user's environment. */
export async function runPromptCommand(
  { root }: Repository,
  task: TaskId,
  command: string,
  env: Environment,
): Promise<string> {
  const options = { cwd: root, env, timeout: timeoutMilliseconds, maxBuffer: mostBytes }
  const run = promisify(execFile)(requireProgram('sh'), ['-c', command], options)
  run.child.stdin?.end()
  const { stdout } = await run.catch((error: Error & { stderr?: string }) => {
    const said = error.stderr?.trim().split('\n').at(-1) || error.message
    throw new RefusedError(`task ${task}: \`prompt-command\` failed: ${said}`, { cause: error })
  })
  if (stdout.trim() === '') throw new RefusedError(`task ${task}: \`prompt-command\` printed nothing`)
  return stdout.trim()
}
