import { spawn } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { cliBundle } from '../support/bundles.ts'
import { runCli } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { gitEnvironment, makeRepository } from '../support/repository.ts'

/** Runs the plan in a terminal, and answers its questions one after another. */
async function runWithAnswers(
  folder: string,
  answers: readonly (() => Promise<string>)[],
): Promise<{ readonly code: number | null; readonly shown: string }> {
  const { CI: _, ...env } = process.env
  const child = spawn('script', ['-qefc', `"${process.execPath}" "${cliBundle}" run`, '/dev/null'], {
    cwd: folder,
    env: { ...env, ...gitEnvironment, NO_COLOR: '1', TERM: 'xterm' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const left = [...answers]
  let shown = ''
  let answered = 0
  child.stdout.on('data', chunk => {
    shown += String(chunk)
    if (shown.split('the changes to make]').length - 1 <= answered) return
    answered += 1
    void left
      .shift()?.()
      .then(answer => child.stdin.write(`${answer}\n`))
  })
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { code, shown }
}

test('a plan that is approved elsewhere while the terminal asks about it is done', async () => {
  const repository = makeRepository()
  const planner = 'echo "plan of $PARALLEL_AGENTS_TASK" > $PARALLEL_AGENTS_ANSWER_FILE'
  const planFirst = { 'plan-first': { agent: 'planner', approve: true } }
  writePlan(
    repository,
    {
      a: { script: 'echo a > a.txt', ...planFirst },
      b: { script: 'echo b > b.txt', needs: ['a'], ...planFirst },
    },
    { agents: { planner: { command: planner } } },
  )
  const { code, shown } = await runWithAnswers(repository.folder, [
    async () => {
      await runCli(repository.folder, ['approve', 'a'])
      return 'y'
    },
    async () => 'y',
  ])

  expect(shown).toContain('the plan of a was decided in another terminal meanwhile')
  expect(shown).toContain('landed 2 of 2')
  expect(code).toBe(0)
})

test('changes that are pasted on a terminal are read to their last line', async () => {
  const repository = makeRepository()
  const planner =
    'echo plan > $PARALLEL_AGENTS_ANSWER_FILE; grep -A 1 "wants it changed" $PARALLEL_AGENTS_PROMPT_FILE >> $PARALLEL_AGENTS_ANSWER_FILE; true'
  writePlan(
    repository,
    { a: { script: 'echo a > a.txt', 'plan-first': { agent: 'planner', approve: true } } },
    { agents: { planner: { command: planner } } },
  )
  const { shown } = await runWithAnswers(repository.folder, [
    async () => 'keep the old route\nand its tests',
    async () => 'n',
  ])

  expect(shown.replaceAll('\r', '')).toContain(
    '  A person has read an earlier plan and wants it changed: keep the old route\n  and its tests\n',
  )
})
