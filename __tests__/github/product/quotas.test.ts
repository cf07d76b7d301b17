import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { createCaller, exampleFiles, readLeft, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()
const outside = mkdtempSync(join(tmpdir(), 'pa-outside-'))
afterAll(() => rmSync(outside, { recursive: true }))

interface Limited {
  readonly repository: Repository
  /** How often something was started: `limited`, `after`, `fine`, `tests`. */
  readonly starts: (name: string) => number
  /** The quota has reset. */
  readonly reset: () => void
}

interface Wishes {
  readonly plan?: object
  readonly integration?: object
  /** What the limited agent does once its quota has reset. */
  readonly work?: string
}

/** A repository with two agents; the quota of one is used up for two hours. */
async function createLimited({ plan = {}, integration = {}, work = 'true' }: Wishes = {}): Promise<Limited> {
  const folder = mkdtempSync(join(outside, 'case-'))
  const note = (name: string) => `echo x >> ${folder}/${name}`
  const command = `${note('limited')}
    if [ ! -e ${folder}/reset ]; then echo '{"limit":"usage limit reached, try again in 2 hours"}'; exit 1; fi
    ${work.replaceAll('$FOLDER', folder)}
    echo done > limited.txt`
  const patterns = { quota: ['usage limit'] }
  const repository = await createCaller(github(), {
    tasks: {
      limited: { agent: 'limited', prompt: 'x', files: ['limited.txt'] },
      after: {
        script: `${note('after')}; cat limited.txt > after.txt`,
        files: ['after.txt'],
        needs: ['limited'],
      },
      fine: { script: `${note('fine')}; echo fine > fine.txt`, files: ['fine.txt'] },
    },
    plan: {
      agents: { limited: { command, output: 'jsonl', error: 'limit', 'error-patterns': patterns } },
      integration: { test: `${note('tests')}; ls`, ...integration },
      ...plan,
    },
    files: exampleFiles('continue', 'one-runner'),
  })
  return {
    repository,
    starts: name =>
      existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim().split('\n').length : 0,
    reset: () => writeFileSync(join(folder, 'reset'), ''),
  }
}

function continueDue(repository: Repository): Promise<WorkflowRun> {
  return github().schedule(repository, 'continue.yml')
}

/** Moves the time until which a run waits into the past. */
async function letTimePass(repository: Repository, run: string): Promise<void> {
  const past = new Date(Date.now() - 1000).toISOString()
  const file = join(outside, 'blob')
  for (const [ref, object] of Object.entries(await repository.refs(`refs/parallel-agents/${run}/`))) {
    if (!/\/(report|results\/.*)$/.test(ref)) continue
    const text = await repository.git('cat-file', 'blob', object)
    writeFileSync(file, text.replaceAll(/"retryAt":\s*"[^"]+"/g, `"retryAt":"${past}"`))
    await repository.git('update-ref', ref, await repository.git('hash-object', '-w', file))
  }
}

/** A run whose first workflow run has ended, and whose time has passed. */
async function createDue(options: Parameters<typeof createLimited>[0]) {
  const limited = await createLimited(options)
  const first = await runReused(github(), limited.repository)
  const { id, read } = await readLeft(limited.repository, first)
  limited.reset()
  await letTimePass(limited.repository, id)
  return { limited, first, id, read }
}

/** Only when it starts for the first time. */
const sleepOnce = 'if [ ! -e $FOLDER/slept ]; then touch $FOLDER/slept; sleep 600; fi'

const all = { 'after.txt': 'done\n', 'fine.txt': 'fine\n', 'limited.txt': 'done\n' }

describe('a plan with an agent whose quota resets long after its job', () => {
  let limited: Limited
  let first: WorkflowRun

  beforeAll(async () => {
    limited = await createLimited()
    first = await runReused(github(), limited.repository)
  })

  test('spends no attempt, lands the work of the other agent, and says until when the rest waits', async () => {
    const { id, pulls, read } = await readLeft(limited.repository, first)
    expect(await read('integration')).toEqual({ 'fine.txt': 'fine\n' })
    expect(pulls).toHaveLength(1)
    expect(pulls[0]?.title).toBe('Test')
    expect(pulls[0]?.body).toMatch(
      /landed 1 of 3[\s\S]*### Not included[\s\S]*`limited`: .* · parked: waits until \S+ \d\d:\d\d UTC: .*usage limit reached/,
    )
    const { summary, annotations } = first.job('agents / publish')
    expect(summary).toMatch(/\| `limited` \| parked \| none \| 0 \|.*waits until .* UTC/)
    expect(annotations.map(({ message }) => message).join()).not.toContain('deadline')
    const report = await limited.repository.git('cat-file', 'blob', `refs/parallel-agents/${id}/report`)
    expect(JSON.parse(report).tasks.limited).toMatchObject({ outcome: 'parked', attempts: 0 })
  })

  test('does not continue before that time', async () => {
    const before = await limited.repository.refs()
    const early = await (await continueDue(limited.repository)).done
    expect(early.conclusion).toBe('success')
    expect(early.job('continue').summary).toContain('No pushed run has tasks whose quota has reset')
    expect(await limited.repository.refs()).toEqual(before)
  })

  test('waits again, and does not sleep in its job, when the quota is hit again', async () => {
    const { id, pulls, read } = await readLeft(limited.repository, first)
    await letTimePass(limited.repository, id)
    const again = await (await continueDue(limited.repository)).done
    expect(again.job('continue').summary).toMatch(/\| `limited` \| parked \| none \| 0 \|.*waits until/)
    expect(limited.starts('limited')).toBe(2)
    expect(await read('integration')).toEqual({ 'fine.txt': 'fine\n' })
    expect(pulls[0]?.state).toBe('open')
    const tooEarly = await (await continueDue(limited.repository)).done
    expect(tooEarly.job('continue').summary).toContain('No pushed run')
  })

  test('continues afterwards in another workflow run, in the same pull request, and redoes nothing', async () => {
    const { id, read } = await readLeft(limited.repository, first)
    limited.reset()
    await letTimePass(limited.repository, id)
    const second = await (await continueDue(limited.repository)).done
    const { pulls } = await readLeft(limited.repository, first)

    expect(second.conclusion).toBe('success')
    expect(await read('integration')).toEqual(all)
    expect(pulls).toHaveLength(1)
    expect(pulls[0]?.body).toContain('landed 3 of 3')
    expect(await limited.repository.tryRead(pulls[0]?.pull?.head ?? '', 'after.txt')).toBe('done\n')
    expect(['limited', 'after', 'fine'].map(limited.starts)).toEqual([3, 1, 1])
    const third = await (await continueDue(limited.repository)).done
    expect(third.job('continue').summary).toContain('No pushed run')
  })
})

test('with `land: push` the rest lands on what has landed, and on what others pushed', async () => {
  const limited = await createLimited({ integration: { land: 'push' } })
  const first = await runReused(github(), limited.repository)
  expect(await limited.repository.tryRead('main', 'fine.txt')).toBe('fine\n')
  await limited.repository.commit({ 'other.txt': 'other\n' })
  limited.reset()
  await letTimePass(limited.repository, (await readLeft(limited.repository, first)).id)
  const second = await (await continueDue(limited.repository)).done

  expect(second.conclusion).toBe('success')
  const files = ['limited.txt', 'after.txt', 'fine.txt', 'other.txt']
  const texts = await Promise.all(files.map(path => limited.repository.tryRead('main', path)))
  expect(texts).toEqual(['done\n', 'done\n', 'fine\n', 'other\n'])
})

test('a workflow run that is lost while it continues is repeated by the next', async () => {
  const { limited, read } = await createDue({ work: sleepOnce })
  const lost = await continueDue(limited.repository)
  await lost.untilLog('continue', 'limited: attempt 1')
  await lost.untilJob('continue', () => limited.starts('limited') === 2)
  lost.job('continue').loseRunner()
  await lost.done
  const next = await (await continueDue(limited.repository)).done

  expect(next.conclusion).toBe('success')
  expect(await read('integration')).toEqual(all)
  expect(limited.starts('fine')).toBe(1)
})

test('a workflow run that is cancelled while it continues is repeated by the next', async () => {
  const { limited, read } = await createDue({ work: sleepOnce })
  const cancelled = await continueDue(limited.repository)
  await cancelled.untilJob('continue', () => limited.starts('limited') === 2)
  cancelled.cancel()
  await cancelled.done
  const next = await (await continueDue(limited.repository)).done

  expect(next.conclusion).toBe('success')
  expect(await read('integration')).toEqual(all)
  expect(limited.starts('fine')).toBe(1)
})

test('of two workflow runs that continue the same run, one delivers it and the other says why it could not', async () => {
  const { limited, first, read } = await createDue({ work: 'sleep 5' })
  const both = [await continueDue(limited.repository), await continueDue(limited.repository)]
  for (const run of both) await run.done
  const { pulls } = await readLeft(limited.repository, first)

  expect(both.map(({ conclusion }) => conclusion).toSorted()).toEqual(['failure', 'success'])
  const said = both.flatMap(run => run.job('continue').annotations).map(({ message }) => message)
  expect(said.join()).toMatch(/another job or person has changed it at the remote/)
  expect(await read('integration')).toEqual(all)
  expect(pulls).toHaveLength(1)
})

test('a workflow run that reaches its deadline while it continues is continued by the next', async () => {
  const { limited, read } = await createDue({ work: sleepOnce })
  const path = '.github/workflows/continue.yml'
  const text = (await limited.repository.tryRead('main', path)) ?? ''
  await limited.repository.commit({
    [path]: text.replace('deadline-minutes: "115"', 'deadline-minutes: "0.2"'),
  })
  const late = await (await continueDue(limited.repository)).done
  expect(late.conclusion).toBe('failure')
  expect(late.log).toContain('the job reached its deadline')
  await limited.repository.commit({ [path]: text })
  const next = await (await continueDue(limited.repository)).done

  expect(next.conclusion).toBe('success')
  expect(await read('integration')).toEqual(all)
})

test('what people push to branches of the run while it continues stays', async () => {
  const { limited, id } = await createDue({ work: 'sleep 5' })
  const second = await continueDue(limited.repository)
  await second.untilJob('continue', () => limited.starts('limited') === 2)
  const branch = `agents/${id}/tasks/fine`
  const commit = await limited.repository.commit({ 'fine.txt': 'finer\n' }, { branch })
  await second.done

  expect(second.conclusion).toBe('success')
  expect(await limited.repository.tryResolve(branch)).toBe(commit)
})

test('a plan on one runner with `push` ends early, and continues in another workflow run', async () => {
  const limited = await createLimited({ integration: { land: 'pull-request' } })
  const first = await (await github().dispatch(limited.repository, 'one-runner.yml')).done
  const id = Object.keys(await limited.repository.refs('refs/parallel-agents/'))[0]?.split('/')[2] ?? ''
  expect(first.log).toMatch(/parked · quotas reset at/)
  limited.reset()
  await letTimePass(limited.repository, id)
  const second = await (await continueDue(limited.repository)).done

  expect(second.conclusion).toBe('success')
  expect(limited.repository.issues).toHaveLength(1)
  expect(['limited', 'after', 'fine'].map(limited.starts)).toEqual([2, 1, 1])
})
