import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { until } from '../../support/until.ts'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { changeCall, createCaller, readLeft } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()
const outside = mkdtempSync(join(tmpdir(), 'pa-outside-'))
const done = join(outside, 'done')
afterAll(() => rmSync(outside, { recursive: true }))

/** An agent that writes down when it is through; the first time, one with a mark hangs before that. */
function task(name: string, rest: { needs?: readonly string[]; mark?: string; end?: string } = {}) {
  const { needs = [], mark, end = 'true' } = rest
  const hang = mark && `[ -e ${outside}/${mark} ] || { touch ${outside}/${mark}; sleep 600; };`
  const script = `echo ${name} > ${name}.txt; ${hang ?? ''} echo ${name} >> ${done}; ${end}`
  return { script, files: [`${name}.txt`], needs, retries: 0 }
}

describe('a run that needs several workflow runs', () => {
  let repository: Repository
  let parts: readonly WorkflowRun[]

  /** The workflow run after the first one that goes on with the run. */
  async function nextPart(index: number): Promise<WorkflowRun> {
    const all = () => github().runs.filter(({ facts }) => facts.repository === repository)
    await until(() => all().length > index)
    return all()[index] as WorkflowRun
  }

  beforeAll(async () => {
    repository = await createCaller(github(), {
      tasks: {
        first: task('first'),
        second: task('second', { needs: ['first'], mark: 'killed' }),
        third: task('third', { needs: ['second'], mark: 'late' }),
        beside: { ...task('beside'), 'estimate-minutes': 20 },
        last: task('last', { needs: ['second', 'beside'] }),
        bad: task('bad', { end: 'exit 3' }),
      },
    })
    const triggers = 'on:\n  workflow_dispatch:\n  repository_dispatch: { types: [parallel-agents-continue] }'
    await changeCall(repository, /^on: workflow_dispatch$/m, triggers)
    await changeCall(repository, /^ {4}with:$/m, '    with:\n      max-parts: 3\n      deadline-minutes: 0.6')

    const first = await github().dispatch(repository, 'reuse.yml')
    const lane = 'agents / first → second → third'
    await first.untilJob(lane, () => existsSync(join(outside, 'killed')))
    first.job(lane).loseRunner()
    await first.done
    const second = await (await nextPart(1)).done
    const third = await (await nextPart(2)).done
    parts = [first, second, third]
  }, 240_000)

  test('continues automatically after a killed and a late job, and reports it', () => {
    const [first, second, third] = parts
    expect(first?.job('agents / publish').summary).toMatch(
      /continues in another workflow run \(part 2 of .* 3\)/,
    )
    expect(Object.keys(second?.conclusions ?? {})).toContain('agents / second → third')
    expect(second?.conclusion).toBe('success')
    expect(second?.job('agents / second → third').log).toContain('left for the next workflow run: third')
    expect(Object.keys(third?.conclusions ?? {})).toContain('agents / third')
  })

  test('does nothing twice, and ends in one pull request', async () => {
    const { id, branches, pulls } = await readLeft(repository, parts[2] as WorkflowRun)
    expect(parts.map(part => part.job('agents / plan').outputs.run)).toEqual([id, id, id])
    expect(readFileSync(done, 'utf8').trim().split('\n').toSorted()).toEqual([
      'bad',
      'beside',
      'first',
      'last',
      'second',
      'third',
    ])
    expect(branches).toEqual([
      'integration',
      'tasks/beside',
      'tasks/first',
      'tasks/last',
      'tasks/second',
      'tasks/third',
    ])
    expect(pulls).toHaveLength(1)
    expect(parts[2]?.job('agents / publish').outputs).toMatchObject({
      status: 'partial',
      'failed-tasks': '["bad"]',
    })
  })

  test('keeps the unfinished work of a late agent', async () => {
    const { id } = await readLeft(repository, parts[0] as WorkflowRun)
    expect(await repository.tryRead(`refs/parallel-agents/${id}/kept/third`, 'third.txt')).toBe('third\n')
  })
})
