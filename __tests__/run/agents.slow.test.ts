import { describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { claudeResult, makeFakeClis, say } from '../support/fake-cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

const attemptIs = (number: number) => `[ "$PARALLEL_AGENTS_ATTEMPT" = ${number} ]`

describe('an agent that reports how it ended', () => {
  test('is believed: an error as its last word is refused also with exit code 0', async () => {
    const repository = makeRepository()
    const error = {
      type: 'message_end',
      message: { role: 'assistant', stopReason: 'error', errorMessage: 'invalid request: no such tool' },
    }
    const env = makeFakeClis({ pi: `echo half > a.txt; ${say(error)}` })
    writePlan(repository, { a: { agent: 'pi', prompt: 'x', retries: 0 } })
    const { tasks } = await runToReport(repository, [], { env })

    expect(tasks.a).toMatchObject({ outcome: 'failed', landing: 'none' })
    expect(tasks.a?.reason).toBe('the agent ended with an error: invalid request: no such tool')
    expect(repository.show(tasks.a?.kept as string, 'a.txt')).toBe('half')
  })

  test('is not believed by exit code 0 alone: its last event is missing', async () => {
    const repository = makeRepository()
    const message = { id: 'm', role: 'assistant', content: [{ type: 'text', text: 'I begin.' }] }
    const env = makeFakeClis({ claude: `echo half > a.txt; ${say({ type: 'assistant', message })}` })
    writePlan(repository, { a: { agent: 'claude', prompt: 'x', retries: 0 } })
    const { tasks } = await runToReport(repository, [], { env })

    expect(tasks.a).toMatchObject({ outcome: 'failed', landing: 'none' })
    expect(tasks.a?.reason).toBe('the agent ended in the middle of its work, although with exit code 0')
    expect(repository.show(tasks.a?.kept as string, 'a.txt')).toBe('half')
  })

  test('is started again when another process of it was using its database', async () => {
    const repository = makeRepository()
    const once = makeFolder()
    const env = makeFakeClis({
      opencode: [
        `if mkdir ${once}/began 2> /dev/null; then`,
        `printf 'Error: Unexpected error\\n\\nFailed query:\\n  CREATE TABLE workspace (\\n    id text\\n  );\\nparams:\\n' >&2; exit 1`,
        'fi',
        'echo a > a.txt',
        say({ type: 'step_finish', sessionID: 's', part: { id: 'p', reason: 'stop', tokens: { input: 1 } } }),
      ].join('\n'),
    })
    writePlan(
      repository,
      { a: { agent: 'real', prompt: 'x', retries: 0 } },
      { agents: { real: { use: 'opencode', via: 'cli' } }, 'backoff-seconds': [0.1] },
    )
    const { tasks, stderr } = await runToReport(repository, [], { env })

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', landing: 'landed', attempts: 1 })
    expect(stderr).toContain('another opencode process was using its database: Failed query:')
  })

  test('is not waited for when something that it started keeps it open', async () => {
    const repository = makeRepository()
    const env = makeFakeClis({ claude: `echo a > a.txt; ${claudeResult()}; sleep 300` })
    writePlan(repository, { a: { agent: 'claude', prompt: 'x', retries: 0, 'stall-minutes': 0.03 } })
    const { tasks, cost } = await runToReport(repository, [], { env })

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', landing: 'landed', attempts: 1, costUsd: 0.25 })
    expect(cost).toMatchObject({ usd: 0.25, known: 'all' })
  })
})

describe('usage', () => {
  test('of a refused attempt counts, and where one is not known the sum says so', async () => {
    const repository = makeRepository()
    const message = {
      type: 'assistant',
      message: { id: 'm1', content: [], usage: { input_tokens: 7, output_tokens: 3 } },
    }
    const env = makeFakeClis({
      claude: `if ${attemptIs(1)}; then ${say(message)}; sleep 300; fi; echo a > a.txt; ${claudeResult()}`,
    })
    writePlan(repository, { a: { agent: 'claude', prompt: 'x', 'stall-minutes': 0.03 } })
    const { tasks, cost, stderr } = await runToReport(repository, [], { env })

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2, tokens: 1010, costUsd: 0.25 })
    expect(tasks.a?.usage).toMatchObject({ known: 'part', costKnown: 'part' })
    expect(cost).toMatchObject({ usd: 0.25, known: 'part' })
    expect(stderr).toContain('$0.25+')
  })

  test('of an agent that resolves conflicts counts for the run', async () => {
    const repository = makeRepository({ 'x.txt': 'base\n' })
    const env = makeFakeClis({
      claude: `printf 'first\\nsecond\\n' > x.txt; echo '{"path":"x.txt","sentence":"both","dropped":[]}' > /dev/null; ${claudeResult()}`,
    })
    writePlan(
      repository,
      {
        first: { script: 'echo first > x.txt', files: ['x.txt'] },
        second: { script: 'echo second > x.txt', files: ['x.txt'] },
      },
      { overlap: 'warn', integration: { agent: 'claude', resolvers: ['agent'], 'agent-rounds': 1 } },
    )
    const { cost, integration } = await runToReport(repository, [], { env })

    expect(integration.conflicts[0]?.resolution).toBe('agent')
    expect(cost).toMatchObject({ usd: 0.25, known: 'part', conflictsUsd: 0.25 })
  })
})

test('an agent that resolves conflicts waits for its quota as tasks do', async () => {
  const repository = makeRepository({ 'x.txt': 'base\n' })
  const limit = (seconds: string) =>
    say({ type: 'rate_limit_event', rate_limit_info: { status: 'rejected', resetsAt: 12345 } }).replace(
      '12345',
      `'"$(($(date +%s) + ${seconds}))"'`,
    )
  const once = makeFolder()
  const error = claudeResult({ is_error: true, api_error_status: 429, result: "You've hit your limit" })
  const env = makeFakeClis({
    claude: `if mkdir ${once}/began 2> /dev/null; then ${limit('2')}; ${error}; exit 1; fi\nprintf 'first\\nsecond\\n' > x.txt; ${claudeResult()}`,
  })
  writePlan(
    repository,
    {
      first: { script: 'echo first > x.txt', files: ['x.txt'] },
      second: { script: 'echo second > x.txt', files: ['x.txt'] },
    },
    { overlap: 'warn', integration: { agent: 'claude', resolvers: ['agent'], 'agent-rounds': 1 } },
  )
  const { tasks, integration } = await runToReport(repository, [], { env })

  expect(tasks.second).toMatchObject({ landing: 'landed' })
  expect(integration.conflicts[0]?.resolution).toBe('agent')
})

describe('silence', () => {
  test('does not count as a stall while an agent computes or changes files, and a test that hangs is stopped', async () => {
    const repository = makeRepository()
    writePlan(
      repository,
      {
        busy: {
          script: 'end=$(($(date +%s) + 4)); while [ $(date +%s) -lt $end ]; do :; done; echo b > b.txt',
        },
        writing: { script: 'for i in 1 2 3 4 5 6 7 8; do echo $i > w.txt; sleep 0.5; done' },
        hanging: { script: 'echo h > h.txt', test: 'sleep 300', retries: 0 },
      },
      { 'stall-minutes': 0.03 },
    )
    const { tasks } = await runToReport(repository)

    expect(tasks.busy).toMatchObject({ outcome: 'succeeded', attempts: 1 })
    expect(tasks.writing).toMatchObject({ outcome: 'succeeded', attempts: 1 })
    expect(tasks.hanging?.reason).toContain('was inactive for too long')
  })

  test('ends an integration test and its setup as well', async () => {
    for (const integration of [{ test: 'sleep 300' }, { setup: 'sleep 300', test: 'true' }]) {
      const repository = makeRepository()
      writePlan(
        repository,
        { a: { script: 'echo a > a.txt' } },
        { 'stall-minutes': 0.03, integration: { ...integration, 'flaky-retries': 0 } },
      )
      const report = await runToReport(repository)
      expect(report.integration.problem).toContain('was inactive for too long')
    }
  })
})
