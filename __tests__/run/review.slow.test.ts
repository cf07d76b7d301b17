import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { toExitCode } from '../../src/model/exit-code.ts'
import type { Report } from '../../src/model/report.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

const finding = (text: string) => `{"path":"a.txt","line":1,"severity":"error","text":"${text}"}`
const changes = (text: string) => `{"verdict":"changes","findings":[${finding(text)}]}`
const answer = (json: string) => `echo '${json}' > "$PARALLEL_AGENTS_ANSWER_FILE"`
const approve = answer('{"verdict":"approve"}')

const agents = {
  // Looks at the work, and not at what its author says.
  strict: {
    command: `cp "$PARALLEL_AGENTS_PROMPT_FILE" "$LOGS/$PARALLEL_AGENTS_TASK-$(date +%s%N)"; grep -q good *.txt && ${approve} || { ${answer(changes('make it good'))}; }`,
  },
  never: { command: answer(changes('not like this')) },
  fenced: {
    command: `echo "I think:"; printf '\`\`\`json\\n{"verdict":"approve","findings":[]}\\n\`\`\`\\n'`,
  },
  vague: { command: 'echo "looks good to me"' },
  quotes: { command: `printf '\`\`\`json\\n{"verdict":"approve"}\\n\`\`\`\\nBut I did not finish.\\n'` },
  meddler: { command: `echo changed > b.txt; ${approve}` },
  unsure: { command: `test -e "$LOGS/once" || { touch "$LOGS/once"; echo hm; exit; }; ${approve}` },
  limited: { command: `test -e "$LOGS/l" || { touch "$LOGS/l"; exit 75; }; ${approve}` },
}

describe('a review', () => {
  let repository: TestRepository
  let report: Report & { readonly stderr: string }
  let logs: string

  beforeAll(async () => {
    repository = makeRepository()
    logs = `${repository.folder}/.git`
    const say = 'echo "AUTHOR SAYS fine" > $PARALLEL_AGENTS_REPORT_FILE'
    writePlan(
      repository,
      {
        corrected: {
          script: `grep -q "make it good" "$PARALLEL_AGENTS_PROMPT_FILE" && echo good > a.txt || echo bad > a.txt; ${say}`,
          prompt: 'Write a.txt. SPECIAL REQUEST.',
          test: 'test -f a.txt',
          review: { agent: 'strict' },
          retries: 0,
        },
        hopeless: {
          script: `echo x$PARALLEL_AGENTS_ATTEMPT > c.txt`,
          review: { agent: 'never', rounds: 1 },
          retries: 0,
        },
        fenced: { script: 'echo d > d.txt', review: { agent: 'fenced' } },
        vague: { script: 'echo e > e.txt', review: { agent: 'vague' } },
        quotes: { script: 'echo f > f.txt', review: { agent: 'quotes' } },
        meddled: { script: 'echo g > g.txt', review: { agent: 'meddler' } },
        several: {
          script: 'echo good > h.txt',
          review: [{ agent: 'unsure', prompt: 'Security.' }, { agent: 'limited' }],
        },
      },
      { agents, overlap: 'warn', 'max-parallel': 3 },
    )
    report = await runToReport(repository, [], { env: { LOGS: logs } })
  })

  test('sends findings back to the author, without costing one of its retries', () => {
    const { corrected } = report.tasks
    expect(corrected).toMatchObject({ outcome: 'succeeded', attempts: 2 })
    expect(corrected?.reviews.map(({ round, verdict }) => [round, verdict])).toEqual([
      [1, 'changes'],
      [2, 'approve'],
    ])
  })

  test('sees the task, the change and the test, but no words of the author', () => {
    const names = readdirSync(logs).filter(name => name.startsWith('_review-corrected-1-'))
    const [told] = names.sort().map(name => readFileSync(join(logs, name), 'utf8'))
    expect(told).toContain('SPECIAL REQUEST')
    expect(told).toContain('+bad')
    expect(told).toContain('The test (test -f a.txt) passed.')
    expect(told).not.toContain('AUTHOR SAYS')
  })

  test('rejects work after the rounds that the plan allows, and keeps it', () => {
    const { hopeless } = report.tasks
    expect(hopeless).toMatchObject({
      outcome: 'rejected',
      attempts: 2,
      landing: 'none',
      reason: 'the review by never requests changes: a.txt:1 (error): not like this',
    })
    expect(repository.show(hopeless?.kept as string, 'c.txt')).toBe('x2')
  })

  test('may be a fenced block at the end of the output', () => {
    expect(report.tasks.fenced?.outcome).toBe('succeeded')
  })

  test.each(['vague', 'quotes'])('that cannot be read does not approve: %s', task => {
    expect(report.tasks[task]).toMatchObject({ outcome: 'rejected', attempts: 1 })
    expect(report.tasks[task]?.reason).toMatch(/^the review by .* is invalid: there is no JSON/)
  })

  test('changes nothing, and what it tried is named', () => {
    expect(report.tasks.meddled).toMatchObject({ outcome: 'succeeded', filesChanged: 1 })
    expect(report.stderr).toContain(
      'review of meddled, round 1: meddler changed b.txt: the change is discarded',
    )
  })

  test('is asked again when it could not be read or could not work, and several must agree', () => {
    const { several } = report.tasks
    expect(several).toMatchObject({ outcome: 'succeeded', attempts: 1 })
    expect(several?.reviews.map(({ agent, verdict }) => [agent, verdict])).toEqual([
      ['unsure', 'approve'],
      ['limited', 'approve'],
    ])
  })
})

describe('a review of the result', () => {
  const whole = (command: string) => {
    const repository = makeRepository()
    const tasks = {
      a: { script: 'echo a > a.txt', prompt: 'Do A.' },
      b: { script: 'echo b > b.txt', prompt: 'Do B.' },
    }
    writePlan(repository, tasks, {
      overlap: 'warn',
      agents: { judge: { command } },
      integration: { test: 'true', review: { agent: 'judge' } },
    })
    return runToReport(repository)
  }

  test('keeps everything from landing that does not do what was asked', async () => {
    const report = await whole(
      `grep -q "Do A" $PARALLEL_AGENTS_PROMPT_FILE && grep -q '^+b' $PARALLEL_AGENTS_PROMPT_FILE && ${answer(changes('A and B do not fit'))}`,
    )
    expect(report.status).toBe('failed')
    expect(toExitCode(report)).toBe(1)
    expect(report.tasks.a).toMatchObject({ outcome: 'succeeded', landing: 'held' })
    expect(report.integration.problem).toBe(
      'the review of the result by judge requests changes: a.txt:1 (error): A and B do not fit',
    )
  })

  test('is told how to see all of it, and what its answer does', async () => {
    const prompt = '$PARALLEL_AGENTS_PROMPT_FILE'
    const difference = `$(sed -n 's/.*(the change is "\\(git diff [0-9a-f]*\\)").*/\\1/p' ${prompt})`
    const report = await whole(
      `grep -q 'keeps the whole result from landing' ${prompt} && ${difference} | grep -q '^+a' && ${approve}`,
    )
    expect(report.status).toBe('landed')
  })

  test('lets through what it approves', async () => {
    const report = await whole(approve)
    expect(report.status).toBe('landed')
    expect(report.integration.reviews).toMatchObject([{ agent: 'judge', verdict: 'approve' }])
  })
})
