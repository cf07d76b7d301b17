import { existsSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { toCheckouts } from '../support/checkouts.ts'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

const attemptIs = (number: number) => `[ "$PARALLEL_AGENTS_ATTEMPT" = ${number} ]`

describe('a change out of scope', () => {
  test('is reported to the agent, reverted and retried', async () => {
    const repository = makeRepository({ 'other.txt': 'other\n' })
    writePlan(repository, {
      a: {
        script: `echo mine > a.txt; if ${attemptIs(1)}; then echo bad > other.txt; else cp "$PARALLEL_AGENTS_PROMPT_FILE" a.txt; fi`,
        files: ['a.txt'],
      },
    })
    const report = await runToReport(repository)

    expect(report.tasks.a).toMatchObject({
      outcome: 'succeeded',
      landing: 'landed',
      attempts: 2,
      filesChanged: 1,
    })
    const prompt = repository.show(report.integration.branch as string, 'a.txt')
    expect(prompt).toContain('You changed files outside of your scope: other.txt')
    expect(repository.show(report.integration.branch as string, 'other.txt')).toBe('other')
  })

  test('is never merged, and kept on a ref after the last attempt', async () => {
    const repository = makeRepository({ 'other.txt': 'other\n' })
    writePlan(repository, {
      a: { script: 'echo mine > a.txt; echo bad > other.txt', files: ['a.txt'], retries: 1 },
    })
    const report = await runToReport(repository)

    expect(report.code).toBe(1)
    expect(report.tasks.a).toMatchObject({
      outcome: 'out-of-scope',
      landing: 'none',
      attempts: 2,
      branch: null,
    })
    expect(report.tasks.a?.reason).toBe('outside its scope: other.txt (scope: a.txt)')
    expect(repository.show(report.tasks.a?.kept as string, 'other.txt')).toBe('bad')
    expect(report.integration.branch).toBeNull()
  })

  test('is refused also when the file was renamed out of the scope', async () => {
    const repository = makeRepository({ 'src/a.txt': 'a\n' })
    writePlan(repository, { a: { script: 'mv src/a.txt elsewhere.txt', files: ['src/**'], retries: 0 } })
    const { tasks } = await runToReport(repository)

    expect(tasks.a?.reason).toContain('elsewhere.txt')
  })

  test('is refused for protected files, unless the scope names them', async () => {
    const repository = makeRepository()
    const script = 'mkdir -p .github && echo x > .github/x.yml'
    writePlan(repository, {
      everywhere: { script, files: ['**'], retries: 0 },
      named: { script, files: ['.github/**'] },
    })
    const { tasks } = await runToReport(repository)

    expect(tasks.everywhere).toMatchObject({ outcome: 'out-of-scope', reason: '.github/x.yml is protected' })
    expect(tasks.named?.outcome).toBe('succeeded')
  })
})

describe('an attempt', () => {
  test('that changes nothing is refused', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: { script: 'echo "I am done!"', retries: 1 },
      b: { script: 'echo b > b', needs: ['a'] },
    })
    const { tasks, code } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'no-changes', attempts: 2, landing: 'none' })
    expect(tasks.b).toMatchObject({ outcome: 'blocked', reason: 'a did not succeed' })
    expect(code).toBe(1)
  })

  test('that may change nothing does not hold up its dependents', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: { script: 'true', 'allow-no-changes': true },
      b: { script: 'echo b > b', needs: ['a'] },
    })
    const { tasks, code } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'no-changes', reason: null, attempts: 1 })
    expect(tasks.b?.landing).toBe('landed')
    expect(code).toBe(0)
  })

  test('whose test fails continues with the output of the test', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: {
        script: `if ${attemptIs(1)}; then echo one > a.txt; else cp "$PARALLEL_AGENTS_PROMPT_FILE" prompt.txt; echo two >> a.txt; fi`,
        test: 'echo checking $((40+2)); grep two a.txt',
      },
    })
    const { tasks, integration } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2 })
    expect(repository.show(integration.branch as string, 'a.txt')).toBe('one\ntwo')
    expect(repository.show(integration.branch as string, 'prompt.txt')).toContain('checking 42')
  })

  test('does not have what its test left behind counted as its own work', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: {
        script: `echo $PARALLEL_AGENTS_ATTEMPT > a.txt`,
        files: ['a.txt'],
        test: 'touch coverage.out; grep 2 a.txt',
      },
    })
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2, filesChanged: 1 })
  })

  test("that fails for a reason that is not the task's uses up no attempt", async () => {
    const repository = makeRepository()
    writePlan(
      repository,
      {
        a: {
          script: 'if [ -f "$TMP_MARK" ]; then echo a > a.txt; else touch "$TMP_MARK"; exit 75; fi',
          retries: 0,
        },
      },
      { env: { TMP_MARK: `${repository.folder}/mark` } },
    )
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1 })
  })

  test('ends as infrastructure-error when that does not stop', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'echo part > a.txt; exit 75' } })
    const { tasks, code } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'infrastructure-error', attempts: 1 })
    expect(repository.show(tasks.a?.kept as string, 'a.txt')).toBe('part')
    expect(code).toBe(3)
  })

  test('is not fresh: a retry finds what the last one did', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: `echo $PARALLEL_AGENTS_ATTEMPT >> a.txt; ${attemptIs(2)}` } })
    const { tasks, integration } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2 })
    expect(repository.show(integration.branch as string, 'a.txt')).toBe('1\n2')
  })
})

describe('setup', () => {
  test('runs in every worktree, and what it changes is not taken for the work of the agent', async () => {
    const repository = makeRepository({ 'lock.txt': 'old\n' })
    writePlan(
      repository,
      {
        a: {
          script: 'test -f .tools/tool && grep new lock.txt && echo a > a.txt',
          files: ['a.txt'],
          retries: 0,
        },
      },
      { setup: 'mkdir .tools && touch .tools/tool && echo new > lock.txt' },
    )
    const report = await runToReport(repository)

    expect(report.tasks.a).toMatchObject({ outcome: 'succeeded', filesChanged: 1 })
    expect(repository.show(report.integration.branch as string, 'lock.txt')).toBe('old')
  })

  test('that fails and prints nothing is reported as such', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'true' } }, { setup: 'exit 7' })

    expect((await runToReport(repository)).tasks.a?.reason).toBe('setup ended with exit code 7')
    expect(existsSync(toCheckouts(repository))).toBe(false)
  })

  test('that fails is not the fault of the task', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, { setup: 'echo no network; exit 7' })
    const { tasks, code } = await runToReport(repository)

    expect(tasks.a).toMatchObject({
      outcome: 'infrastructure-error',
      reason: 'setup ended with exit code 7: no network',
      attempts: 0,
    })
    expect(code).toBe(3)
    expect((await runCli(repository.folder, ['logs', 'a'])).stdout).toContain('no network')
  })
})
