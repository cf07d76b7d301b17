import { describe, expect, test } from '@jest/globals'
import { readInCheckout } from '../support/checkouts.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

/** Where the harness reads a file, something else than a file. */
const places: Record<string, string> = {
  'a folder as its progress file': 'mkdir "$PARALLEL_AGENTS_PROGRESS_FILE"; sleep 0.5',
  'a pipe as its progress file': 'mkfifo "$PARALLEL_AGENTS_PROGRESS_FILE"; sleep 0.5',
  'a folder as its report': 'mkdir "$PARALLEL_AGENTS_REPORT_FILE"',
  'a pipe as its report': 'mkfifo "$PARALLEL_AGENTS_REPORT_FILE"',
  'a link to a device as its report': 'ln -s /dev/zero "$PARALLEL_AGENTS_REPORT_FILE"',
  'a pipe as its prompt':
    'if [ "$PARALLEL_AGENTS_ATTEMPT" = 1 ]; then rm "$PARALLEL_AGENTS_PROMPT_FILE"; mkfifo "$PARALLEL_AGENTS_PROMPT_FILE"; exit 1; fi',
  'a pipe as its .git': 'rm .git; mkfifo .git',
}

describe('an agent that leaves', () => {
  for (const [name, script] of Object.entries(places)) {
    test(`${name} does not stop the control, nor its next attempt`, async () => {
      const repository = makeRepository()
      const again = 'if [ "$PARALLEL_AGENTS_ATTEMPT" = 1 ]; then exit 1; fi; echo a > a.txt'
      writePlan(repository, { a: { script: `${script}; ${again}`, retries: 1 } })
      const { tasks, status } = await runToReport(repository)

      expect(status).toBe('landed')
      expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2, summary: null })
    }, 15_000)
  }

  test('a pipe as its HEAD is not waited for, and its worktree stays', async () => {
    const repository = makeRepository()
    const script = 'echo a > a.txt; cd "$(git rev-parse --git-dir)"; rm HEAD; mkfifo HEAD'
    writePlan(repository, { a: { script, retries: 0 } })
    const { tasks, run } = await runToReport(repository)

    expect(tasks.a?.reason).toContain('HEAD of the checkout cannot be read')
    expect(readInCheckout(repository, { run, task: 'a' }, 'a.txt')).toBe('a\n')
  }, 15_000)
})
