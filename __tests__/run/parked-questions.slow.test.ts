import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { claudeResult, makeFakeClis, say } from '../support/fake-cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'

const readIn = (folder: string, name: string) =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim().split('\n') : []

const approval = `echo '{"verdict":"approve","findings":[]}' > "$PARALLEL_AGENTS_ANSWER_FILE"`

/** Claude whose quota is used up until some seconds after it is first asked, unless the condition holds. */
function limitedClaude(folder: string, { work = approval, unless = 'false' } = {}): string {
  const limit = say({
    type: 'rate_limit_event',
    rate_limit_info: { status: 'rejected', resetsAt: 12345, rateLimitType: 'five_hour' },
  }).replace('12345', `'"$(cat ${folder}/reset)"'`)
  const error = claudeResult({ is_error: true, api_error_status: 429, result: 'limit', total_cost_usd: 0 })
  return [
    `echo start >> ${folder}/asked`,
    `if ${unless}; then :; else [ -f ${folder}/reset ] || echo $(($(date +%s) + 5)) > ${folder}/reset`,
    `if [ $(date +%s) -lt $(cat ${folder}/reset) ]; then ${limit}; ${error}; exit 1; fi; fi`,
    work,
    claudeResult(),
  ].join('\n')
}

/** Runs a plan that does not wait for quotas, and again when they have been reset. */
async function runTwice(repository: TestRepository, env: { readonly PATH: string }) {
  const first = await runToReport(repository, [], { env })
  await new Promise(resolve =>
    setTimeout(resolve, Math.max(0, Date.parse(first.retryAt ?? '') - Date.now()) || 0),
  )
  return { first, second: await runToReport(repository, [], { env }) }
}

const author = (folder: string) => ({ command: `echo start >> ${folder}/author; echo a > a.txt` })

describe('with `on-quota: stop`, a used-up quota', () => {
  test('of a reviewer parks the task, which only needs its review afterwards', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const env = makeFakeClis({ claude: limitedClaude(folder) })
    writePlan(
      repository,
      {
        a: { agent: 'author', prompt: 'x', review: { agent: 'claude' } },
        other: { agent: 'other', prompt: 'x', needs: [] },
      },
      {
        'on-quota': 'stop',
        agents: { author: author(folder), other: { command: 'echo o > o.txt' } },
      },
    )
    const { first, second } = await runTwice(repository, env)

    expect(first).toMatchObject({ code: 75, tasks: { a: { outcome: 'parked', attempts: 0 } } })
    expect(second).toMatchObject({ run: first.run, code: 0 })
    expect(second.tasks.a).toMatchObject({ landing: 'landed', attempts: 1, agent: 'author' })
    expect(readIn(folder, 'author')).toEqual(['start'])
    expect(readIn(folder, 'asked')).toEqual(['start', 'start'])
  })

  test('of the reviewer of the whole result stops the run, which goes on with the review', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const env = makeFakeClis({ claude: limitedClaude(folder) })
    writePlan(
      repository,
      { a: { agent: 'author', prompt: 'x' } },
      {
        'on-quota': 'stop',
        agents: { author: author(folder) },
        integration: { review: { agent: 'claude' } },
      },
    )
    const { first, second } = await runTwice(repository, env)

    expect(first).toMatchObject({ code: 75, retryAt: expect.any(String) })
    expect(second).toMatchObject({ run: first.run, code: 0, tasks: { a: { landing: 'landed' } } })
    expect(readIn(folder, 'author')).toEqual(['start'])
  })

  test('before a retry does not make its agent forget why it was refused', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    const work = `[ -f ${folder}/first ] && cp "$PARALLEL_AGENTS_PROMPT_FILE" ${folder}/prompt; touch ${folder}/first; if [ -f ${folder}/prompt ]; then echo a > a.txt; else echo b > b.txt; fi`
    const env = makeFakeClis({ claude: limitedClaude(folder, { work, unless: `[ ! -f ${folder}/first ]` }) })
    writePlan(
      repository,
      { a: { agent: 'claude', prompt: 'x', files: ['a.txt'], retries: 1 } },
      { 'on-quota': 'stop' },
    )
    const { first, second } = await runTwice(repository, env)

    expect(first).toMatchObject({ code: 75, tasks: { a: { outcome: 'parked', attempts: 1 } } })
    expect(second.tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2 })
    expect(readIn(folder, 'prompt').join('\n')).toContain('b.txt')
  })
})
