import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

const wishes = JSON.stringify({
  wishes: [
    { wish: 'a greeting', state: 'done' },
    { wish: 'in French', state: 'missing', note: 'it is English' },
  ],
})

/** Answers about what it has been shown. */
const judge = `grep -q "hello" "$PARALLEL_AGENTS_PROMPT_FILE" && grep -q "Say it in French" "$PARALLEL_AGENTS_PROMPT_FILE" && echo '${wishes}' > "$PARALLEL_AGENTS_ANSWER_FILE"`

describe('a comparison with issues', () => {
  let report: Report

  beforeAll(async () => {
    const repository = makeRepository()
    writePlan(
      repository,
      {
        greeting: { script: 'echo hello > a.txt', issue: 7, prompt: 'Say it in French.' },
        other: { script: 'echo other > b.txt' },
        unclear: { script: 'echo hello > c.txt', issue: 8, prompt: 'Whatever.' },
      },
      { agents: { judge: { command: judge } }, integration: { compare: { agent: 'judge' } } },
    )
    report = await runToReport(repository)
  })

  test('lists for each issue what is done and what is missing, and leaves nothing out because of it', () => {
    expect(report.status).toBe('landed')
    expect(report.integration.comparisons[0]).toMatchObject({
      task: 'greeting',
      issue: 7,
      agent: 'judge',
      wishes: [
        { wish: 'a greeting', state: 'done' },
        { wish: 'in French', state: 'missing', note: 'it is English' },
      ],
    })
  })

  test('says which issue could not be compared, and why', () => {
    expect(report.integration.comparisons.map(({ task }) => task)).toEqual(['greeting', 'unclear'])
    expect(report.integration.comparisons[1]).toMatchObject({ issue: 8, wishes: [] })
    expect(report.integration.comparisons[1]?.reason).not.toBeNull()
  })
})
