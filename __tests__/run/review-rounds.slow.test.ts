import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

const linesIn = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [])
const answer = (json: string) => `echo '${json}' > "$PARALLEL_AGENTS_ANSWER_FILE"`
const approve = answer('{"verdict":"approve"}')
const refuse = answer(
  '{"verdict":"changes","findings":[{"path":"a.txt","line":1,"severity":"error","text":"too short"}]}',
)
/** Approves a second version of the file. */
const judges = `if [ $(wc -l < a.txt) = 1 ]; then ${refuse}; else ${approve}; fi`
const tells = { output: 'jsonl', activity: 'm', usage: { total: 't' } }
const quota = { 'error-patterns': { quota: ['usage limit'] } }

/** Its quota is used up when it is first asked. */
const limitedOnce = (folder: string, script: string) => ({
  ...tells,
  ...quota,
  command: `echo start >> ${folder}/asked; echo '{"t":7}'; if [ $(wc -l < ${folder}/asked) = 1 ]; then echo '{"m":"usage limit, try again in 5 seconds"}'; exit 1; fi; ${script}`,
})

describe('a round of reviews', () => {
  test('that waited for a quota is not one that sent findings back, and its cost counts', async () => {
    const repository = makeRepository()
    const reviews = [
      { agent: 'first', rounds: 1 },
      { agent: 'second', rounds: 1 },
    ]
    writePlan(
      repository,
      { a: { agent: 'author', prompt: 'x', review: reviews } },
      {
        'on-quota': 'stop',
        agents: {
          author: { command: 'echo a >> a.txt' },
          first: { command: approve },
          second: limitedOnce(makeFolder(), judges),
        },
      },
    )
    const first = await runToReport(repository)
    await sleep(Math.max(0, Date.parse(first.retryAt ?? '') - Date.now()))
    const { tasks } = await runToReport(repository)

    expect(first).toMatchObject({ code: 75, tasks: { a: { outcome: 'parked', tokens: 7 } } })
    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2, tokens: 21 })
    expect(tasks.a?.reviews.map(({ round }) => round)).toEqual([1, 1, 1, 2, 2])
  })

  test('sends the findings of one reviewer back while another waits for its quota', async () => {
    const repository = makeRepository()
    const folder = makeFolder()
    writePlan(
      repository,
      { a: { agent: 'author', prompt: 'x', review: [{ agent: 'strict' }, { agent: 'late' }] } },
      {
        'on-quota': 'stop',
        agents: {
          author: { command: `echo start >> ${folder}/author; [ -f a.txt ] && sleep 5; echo a >> a.txt` },
          strict: { command: judges },
          late: limitedOnce(folder, approve),
        },
      },
    )
    const { code, tasks } = await runToReport(repository)

    expect(code).toBe(0)
    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2 })
    expect(linesIn(join(folder, 'author'))).toHaveLength(2)
  })

  test('goes back to its author, not to the agent of a retry', async () => {
    const repository = makeRepository()
    writePlan(
      repository,
      {
        a: {
          agent: 'author',
          prompt: 'x',
          review: { agent: 'reviewer' },
          test: 'test $(wc -l < a.txt) != 2',
          retries: [{ agent: 'other' }],
        },
      },
      {
        agents: {
          author: { command: 'echo author >> a.txt' },
          other: { command: 'echo other >> a.txt' },
          reviewer: { command: judges },
        },
      },
    )
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 3, agent: 'other' })
    expect(repository.show(tasks.a?.commit as string, 'a.txt')).toBe('author\nauthor\nother')
  })
})

test('a task that is redone because of a conflict is done by its agent, from its plan', async () => {
  const repository = makeRepository()
  const folder = makeFolder()
  const note = (name: string) => `echo ${name} >> ${folder}/started`
  writePlan(
    repository,
    {
      a: { script: 'echo a > f.txt' },
      b: { agent: 'author', prompt: 'b', retries: [{ agent: 'other' }], 'plan-first': { agent: 'planner' } },
    },
    {
      overlap: 'warn',
      integration: { 'on-conflict': 'agent' },
      agents: {
        author: {
          command: `${note('author')}; [ -f f.txt ] && { grep -q THE-PLAN "$PARALLEL_AGENTS_PROMPT_FILE" && echo b >> f.txt; } || echo b > f.txt`,
        },
        other: { command: note('other') },
        planner: { command: `${note('planner')}; ${answer('THE-PLAN')}` },
      },
    },
  )
  const { tasks } = await runToReport(repository)

  expect(tasks.b).toMatchObject({ landing: 'landed', attempts: 2, workPlan: 'THE-PLAN' })
  expect(linesIn(join(folder, 'started'))).toEqual(['planner', 'author', 'author'])
})
