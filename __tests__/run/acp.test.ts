import { beforeAll, describe, expect, test } from '@jest/globals'
import { makeAcp, type ScriptedAcp } from '../support/acp.ts'
import { runCli, runToReport } from '../support/cli.ts'
import { type ScriptedTask, writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

type TaskReport = Awaited<ReturnType<typeof runToReport>>['tasks'][string]

interface Case {
  readonly acp: ScriptedAcp
  readonly task?: ScriptedTask
  readonly settings?: Readonly<Record<string, unknown>>
}

/** Runs several tasks in one run, each with an agent of its own. */
async function runCases(cases: Readonly<Record<string, Case>>, rest: Readonly<Record<string, unknown>> = {}) {
  const repository = makeRepository()
  const ids = Object.keys(cases)
  const entries = Object.values(cases).map(({ acp, settings }, index) => [
    ids[index],
    { ...acp.settings, ...settings },
  ])
  const tasks = Object.entries(cases).map(([id, { task }]) => [
    id,
    { prompt: 'Write a.txt.', agent: id, 'allow-no-changes': true, ...task },
  ])
  const plan = {
    sandbox: 'none',
    overlap: 'warn',
    'max-parallel': 4,
    agents: Object.fromEntries(entries),
    ...rest,
  }
  writePlan(repository, Object.fromEntries(tasks), plan)
  const report = await runToReport(repository)
  return { repository, report, of: (id: string) => report.tasks[id] as TaskReport }
}

function readBranch(repository: TestRepository, { branch }: TaskReport, path: string): string {
  return repository.show(branch as string, path)
}

describe('an agent of the Agent Client Protocol', () => {
  const session = `{
    configOptions: [{ id: 'm', category: 'model', type: 'select', currentValue: 'small', options: [{ value: 'small', name: 'Small' }, { value: 'large', name: 'Large' }] }],
    modes: { currentModeId: 'ask', availableModes: [{ id: 'ask', name: 'Ask' }, { id: 'auto', name: 'Auto' }] },
  }`
  const works = makeAcp(`{
    session: ${session},
    async turn(stage) {
      stage.update({ sessionUpdate: 'plan', entries: [{ content: 'write', status: 'completed' }, { content: 'test', status: 'pending' }] })
      stage.say('I write '); stage.say('a file.')
      write(join(stage.cwd, 'a.txt'), 'A\\n')
      stage.update({ sessionUpdate: 'usage_update', used: 500, size: 1000, cost: { amount: 0.1, currency: 'USD' } })
      stage.update({ sessionUpdate: 'usage_update', used: 700, size: 1000, cost: { amount: 0.25, currency: 'USD' } })
      return { stopReason: 'end_turn', usage: { inputTokens: 10, cachedReadTokens: 100, outputTokens: 5, totalTokens: 115 } }
    },
  }`)
  const strays = makeAcp(`{
    async turn(stage) {
      const path = join(stage.cwd, stage.prompt === 1 ? 'b.txt' : 'a.txt')
      if (await stage.asksFor(path)) write(path, 'A\\n')
      appendFileSync(process.env.ACP_LOG, 'told ' + stage.text.replaceAll('\\n', ' ') + '\\n')
    },
  }`)
  const asks = makeAcp(`{
    async turn(stage) {
      if (stage.prompt > 1) return
      write(join(stage.cwd, 'a.txt'), 'A\\n')
      symlinkSync('/etc', join(stage.cwd, 'link'))
      for (const path of [join(stage.cwd, '.github/x.yml'), '/etc/hosts', join(stage.cwd, 'link/x'), join(stage.cwd, '.git'), process.env.PARALLEL_AGENTS_REPORT_FILE])
        await stage.asksFor(path)
      await stage.asksFor('npm test', 'execute')
      rmSync(join(stage.cwd, 'link'))
    },
  }`)
  const noisy = makeAcp(`{
    async turn(stage) {
      for (const line of ['no json', '{"jsonrpc":', '[]', '{"jsonrpc":"2.0","id":77,"result":{}}', '{"jsonrpc":"2.0","method":"session/update"}', '{"jsonrpc":"2.0","method":"session/update","params":{"update":7}}', 'null', '{}'])
        stage.write(line)
      stage.update({ sessionUpdate: 'of-tomorrow' })
      stage.update({ sessionUpdate: 'plan', entries: 'none' })
      await stage.request('fs/write_text_file', { path: '/etc/x', content: '' })
      write(join(stage.cwd, 'a.txt'), 'A\\n')
    },
  }`)
  const twice = `{
    async turn(stage) {
      const isSecond = stage.text.includes('was refused')
      stage.update({ sessionUpdate: 'usage_update', used: 1, size: 9, cost: { amount: isSecond ? 0.3 : 0.1, currency: 'USD' } })
      write(join(stage.cwd, isSecond ? 'a.txt' : 'b.txt'), 'A\\n')
      return { stopReason: 'end_turn', usage: { totalTokens: 100 } }
    },
  }`
  const continues = makeAcp(twice)
  const sparing = makeAcp(`{
    async turn(stage) {
      const isFirst = stage.prompt === 1
      write(join(stage.cwd, isFirst ? 'b.txt' : 'a.txt'), 'A\\n')
      if (!isFirst) return 'end_turn'
      stage.update({ sessionUpdate: 'usage_update', used: 1, size: 9, cost: { amount: 0.1, currency: 'USD' } })
      return { stopReason: 'end_turn', usage: { inputTokens: 10, outputTokens: 5, totalTokens: 15 } }
    },
  }`)
  const starts = makeAcp(twice)
  const restless = makeAcp(`{
    async turn(stage) {
      const path = join(stage.cwd, 'a.txt')
      write(path, '0')
      let ticks = 0
      setInterval(() => write(path, String(ticks++)), 2)
    },
  }`)
  const isStill = 'a=$(cat a.txt) && sleep 0.2 && b=$(cat a.txt) && test "$a" = "$b"'
  let run: Awaited<ReturnType<typeof runCases>>

  beforeAll(async () => {
    run = await runCases({
      continues: { acp: continues, task: { files: ['a.txt'] } },
      sparing: { acp: sparing, task: { files: ['a.txt'] } },
      starts: { acp: starts, task: { files: ['a.txt'], retry: 'fresh' } },
      restless: { acp: restless, task: { test: isStill, retries: 0 } },
      works: { acp: works, settings: { model: 'large', mode: 'auto' } },
      strays: { acp: strays, task: { files: ['a.txt'] } },
      asks: { acp: asks },
      noisy: { acp: noisy },
    })
  })

  test('does a task in a session, with its model, version, tokens and costs in the report', async () => {
    expect(run.of('works')).toMatchObject({
      outcome: 'succeeded',
      model: 'large',
      agentVersion: '9.9.9',
      costUsd: 0.25,
      tokens: 115,
      usage: { input: 10, cachedRead: 100, output: 5, known: 'all', costKnown: 'all' },
    })
    expect(readBranch(run.repository, run.of('works'), 'a.txt')).toBe('A')
    expect(
      works
        .log()
        .map(line => line.replace(/^\d+ /, ''))
        .slice(0, 4),
    ).toEqual(['initialize ', 'session/new ', 'session/set_config_option large', 'session/set_mode auto'])
    const words = await runCli(run.repository.folder, ['logs', 'works'])
    expect(words.stdout).toContain('I write a file.')
    expect(words.stdout).not.toContain('{"')
  })

  test('is refused an edit outside of its scope before anything is written, and told why in the same session', () => {
    expect(run.of('strays')).toMatchObject({ outcome: 'succeeded', attempts: 1, filesChanged: 1 })
    expect(strays.log().filter(line => line.startsWith('permission'))).toEqual([
      expect.stringMatching(/^permission edit .*b\.txt no$/),
      expect.stringMatching(/^permission edit .*a\.txt once$/),
    ])
    expect(strays.log().at(-1)).toContain('outside its scope: b.txt (scope: a.txt)')
  })

  test('is prompted again in the same session when its work is refused, and costs what it says in all', () => {
    const calls = continues.log().map(line => line.split(' ').slice(1).join(' '))
    expect(calls).toEqual([
      'initialize ',
      'session/new ',
      'session/prompt # continues',
      'session/prompt # Your work was refused',
    ])
    expect(run.of('continues')).toMatchObject({
      outcome: 'succeeded',
      attempts: 2,
      costUsd: 0.3,
      tokens: 200,
    })
  })

  test('whose later turns do not report their use is not known in full', () => {
    const { usage, attempts } = run.of('sparing')
    expect(attempts).toBe(2)
    expect(usage).toMatchObject({ total: 15, known: 'part', costUsd: 0.1, costKnown: 'part' })
  })

  test('starts a new session for each attempt with `retry: fresh`', () => {
    const calls = starts.log().filter(line => line.includes('session/'))
    expect(calls.map(line => line.split(' ')[1])).toEqual([
      'session/new',
      'session/prompt',
      'session/new',
      'session/prompt',
    ])
    expect(new Set(starts.log().map(line => line.split(' ')[0])).size).toBe(2)
    expect(run.of('starts')).toMatchObject({ outcome: 'succeeded', attempts: 2, costUsd: 0.4 })
  })

  test('stands still while its work is judged', () => {
    expect(run.of('restless').outcome).toBe('succeeded')
  })

  test('may edit its checkout and its report and run commands; protected files, links out of it and git are refused', () => {
    expect(run.of('asks').outcome).toBe('succeeded')
    const answers = asks
      .log()
      .flatMap(line => (line.startsWith('permission') ? [line.split(' ').at(-1)] : []))
    expect(answers).toEqual(['no', 'no', 'no', 'no', 'once', 'once'])
  })

  test('is not disturbed by messages that are none, and by requests that no client has', () => {
    expect(run.of('noisy').outcome).toBe('succeeded')
    expect(run.report.stderr).not.toContain('unknown request')
  })
})

describe('what ends the turn of an agent in a session', () => {
  const throws = (rpc: object) => makeAcp(`{ turn() { throw { rpc: ${JSON.stringify(rpc)} } } }`)
  const ends = (code: string) => makeAcp(`{ async turn(stage) { return ${code} } }`)
  const noAcp = { settings: { acp: 'echo no such option >&2; exit 2', env: {} }, log: () => [] }
  const hangs = makeAcp(
    `{ async turn(stage) { write(join(stage.cwd, 'a.txt'), 'A\\n'); await sleep(60_000) } }`,
  )
  const small = `{ configOptions: [{ id: 'm', category: 'model', type: 'select', currentValue: 'small', options: [{ value: 'small', name: 'Small' }] }] }`
  const cases: Readonly<Record<string, Case & { readonly outcome: string; readonly reason: RegExp }>> = {
    'max-tokens': {
      acp: ends(`'max_tokens'`),
      outcome: 'failed',
      reason: /^the agent reached the limit of tokens of its model$/,
    },
    'max-turns': {
      acp: ends(`'max_turn_requests'`),
      outcome: 'failed',
      reason: /^the agent reached its limit of turns$/,
    },
    refusal: { acp: ends(`'refusal'`), outcome: 'failed', reason: /^the agent refused to continue/ },
    cancelled: { acp: ends(`'cancelled'`), outcome: 'failed', reason: /reported its turn as cancelled$/ },
    'unknown-reason': {
      acp: ends(`'because'`),
      outcome: 'failed',
      reason: /with an unknown reason: because$/,
    },
    question: {
      acp: ends(
        `(await stage.request('elicitation/create', { mode: 'form', message: 'Which colour?' }), 'end_turn')`,
      ),
      outcome: 'failed',
      reason: /^the agent asked for input: Which colour\?/,
    },
    choice: {
      acp: ends(
        `(await stage.request('session/request_permission', { toolCall: { toolCallId: 'q', title: 'Which database?' }, options: [{ kind: 'other', name: 'SQLite', optionId: '1' }] }), 'end_turn')`,
      ),
      outcome: 'failed',
      reason: /^the agent asked a person to decide: Which database\?/,
    },
    'signed-out': {
      acp: throws({ code: -32000, message: 'Authentication required' }),
      outcome: 'infrastructure-error',
      reason: /signed-out cannot be used: it is not signed in: Authentication required/,
    },
    'wrong-key': {
      acp: throws({
        code: -32603,
        message: 'Internal error',
        data: { details: 'Incorrect API key provided' },
      }),
      outcome: 'infrastructure-error',
      reason: /wrong-key cannot be used: Incorrect API key provided/,
    },
    limit: {
      acp: throws({ code: -32603, message: 'Usage limit reached', data: { errorKind: 'rate_limit' } }),
      outcome: 'parked',
      reason: /the quota of limit is used up: Usage limit reached/,
    },
    death: {
      acp: ends('process.exit(3)'),
      outcome: 'failed',
      reason: /in the middle of its session with exit code 3$/,
    },
    'quiet-death': {
      acp: ends('process.exit(0)'),
      outcome: 'failed',
      reason: /in the middle of its session with exit code 0$/,
    },
    'endless-message': {
      acp: ends(`(stage.write('{"x":"' + 'y'.repeat(9e6)), await sleep(60_000))`),
      outcome: 'failed',
      reason: /^the agent sent a message of more than 8 MB$/,
    },
    flood: {
      acp: ends(
        `(await Promise.all(Array.from({ length: 5100 }, () => stage.request('session/request_permission', {}))), 'end_turn')`,
      ),
      outcome: 'failed',
      reason: /^the agent sent more than 5000 requests$/,
    },
    'no-acp': {
      acp: noAcp,
      outcome: 'infrastructure-error',
      reason: /it ended with exit code 2 before a session started: no such option/,
    },
    'no-model': {
      acp: makeAcp(`{ session: ${small}, turn() {} }`),
      settings: { model: 'huge' },
      outcome: 'infrastructure-error',
      reason: /its model cannot be huge: it offers small/,
    },
    'no-cancel': {
      acp: hangs,
      task: { 'timeout-minutes': 0.03 },
      outcome: 'timed-out',
      reason: /longer than 0.03 minutes/,
    },
  }
  let run: Awaited<ReturnType<typeof runCases>>

  beforeAll(async () => {
    run = await runCases(cases, { retries: 0, 'on-quota': 'stop' })
  }, 180_000)

  test.each(Object.keys(cases))('%s: is told as it is', id => {
    const { outcome, reason } = run.of(id)
    expect(outcome).toBe(cases[id]?.outcome)
    expect(reason).toMatch(cases[id]?.reason as RegExp)
  })

  test('the work of an agent that does not answer a cancel is kept', () => {
    expect(hangs.log().at(-1)).toContain('session/cancel')
    expect(run.of('no-cancel').kept).toContain('kept/no-cancel')
  })
})
