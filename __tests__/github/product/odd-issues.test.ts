import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { createCaller, exampleFiles } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

const wish = 'Write your name into a file.'

const write = 'echo "$PARALLEL_AGENTS_TASK" > "$PARALLEL_AGENTS_TASK.txt"'

async function createRepository(command = write, plan: object = {}): Promise<Repository> {
  const writer = { command }
  return await createCaller(github(), {
    tasks: {},
    files: {
      ...exampleFiles('issues'),
      '.github/workflows/issue-label.yml': null,
      'plan.yml': JSON.stringify({ agents: { writer }, agent: 'writer', retries: 0, ...plan, tasks: {} }),
    },
  })
}

async function done(runs: readonly WorkflowRun[]): Promise<WorkflowRun> {
  return await (runs[0] as WorkflowRun).done
}

function readOwn(repository: Repository, number: number): string[] {
  const { comments } = repository.requireIssue(number)
  return comments.filter(({ login }) => login !== 'octocat').map(({ body }) => body)
}

describe('issues that no agent can work on', () => {
  let repository: Repository
  beforeAll(async () => {
    repository = await createRepository()
    const bodies = [
      'Nicer!',
      `${wish}\n\ndepends on #3`,
      `${wish}\n\ndepends on #2`,
      `${wish}\n\ndepends on #1`,
    ]
    for (const [index, body] of bodies.entries()) github().openIssue(repository, `Issue ${index + 1}`, body)
  })

  test('are told what to do when they say too little', async () => {
    await done(await github().labelIssue(repository, 1, 'agents'))
    expect(readOwn(repository, 1)).toEqual([
      expect.stringContaining('Then someone with push access removes the label `agents` and adds it again'),
    ])
    await done(await github().comment(repository, 1, '/agents run'))
    expect(readOwn(repository, 1)).toEqual([
      expect.stringMatching(/it does not say what is wanted[\s\S]*Then comment `\/agents run` again/),
    ])
  })

  test('are told when work starts if they wait, and that it never does if two wait for each other', async () => {
    await done(await github().labelIssue(repository, 4, 'agents'))
    expect(readOwn(repository, 4)).toEqual([
      expect.stringContaining(
        'Not started: it waits for #\u200b1, which is not done. Work on it starts when #\u200b1 is closed.',
      ),
    ])
    await done(await github().labelIssue(repository, 2, 'agents'))
    expect(readOwn(repository, 2)).toEqual([
      expect.stringContaining(
        'it waits for #\u200b3, which is not done and waits for #\u200b2 in turn: remove one of these dependencies',
      ),
    ])
  })

  test('are not started when they are closed', async () => {
    const number = github().openIssue(repository, 'Closed', wish)
    repository.requireIssue(number).state = 'closed'
    const run = await done(await github().labelIssue(repository, number, 'agents'))

    expect(run.conclusions.agents).toBe('skipped')
    expect(readOwn(repository, number)).toEqual([
      expect.stringContaining('Not started: it is closed: reopen it first'),
    ])
  })

  test('are listed with their reasons in the summary of the workflow run', async () => {
    const run = await (await github().dispatch(repository, 'issues.yml', { issues: '1 4' })).done
    expect(run.job('read').summary).toContain('#\u200b1: it does not describe a change')
    expect(run.job('read').summary).toContain('#\u200b4: it waits for #\u200b1, which is not done')
  })
})

describe('issues whose texts are too long for one run', () => {
  test('are taken in two', async () => {
    const repository = await createRepository()
    const long = `${wish}\n\n${'word '.repeat(10_000)}`
    for (const title of ['First', 'Second', 'Third'])
      github().openIssue(repository, title, `${long}\n\nfiles: issue-*.txt`)
    for (const { number } of [...repository.issues]) github().markIssue(repository, number, 'agents')
    const first = await (await github().schedule(repository, 'issues.yml')).done
    const second = await (await github().schedule(repository, 'issues.yml')).done

    expect([first.conclusion, second.conclusion]).toEqual(['success', 'success'])
    expect(first.job('read').summary).toContain(
      '#\u200b3: its text does not fit into this run beside the others',
    )
    const pulls = repository.issues.filter(issue => issue.pull !== undefined).map(({ title }) => title)
    expect(pulls).toEqual(['Issues 1 and 2', 'Third'])
  })
})

describe('a locked issue, on which no job can comment', () => {
  test('becomes a pull request without a comment, and the log says so', async () => {
    const repository = await createRepository()
    const number = github().openIssue(repository, 'Locked', wish)
    repository.requireIssue(number).isLocked = true
    const run = await done(await github().labelIssue(repository, number, 'agents'))

    expect(run.conclusion).toBe('success')
    expect(repository.issues.filter(issue => issue.pull !== undefined)).toHaveLength(1)
    expect(run.job('read').log).toContain('because issue is locked')
    const again = await done(await github().comment(repository, number, '/agents run'))
    expect(again.conclusion).toBe('success')
    expect(readOwn(repository, number)).toEqual([])
  })
})

describe('an issue that a workflow run works on', () => {
  test('is not started again by a command, a label or a dispatch, and gets the answer of the first run', async () => {
    const repository = await createRepository(`${write}; sleep 15`)
    const number = github().openIssue(repository, 'Slow', wish)
    const first = (await github().labelIssue(repository, number, 'agents'))[0] as WorkflowRun
    await first.untilJob('agents / issue-1', ({ status }) => status === 'in_progress')
    const others = [
      await done(await github().comment(repository, number, '/agents run')),
      await done(await github().labelIssue(repository, number, 'agents')),
      await done(await github().comment(repository, number, '/agents retry')),
      await (await github().dispatch(repository, 'issues.yml', { issues: '1' })).done,
    ]

    for (const { conclusions } of others)
      expect(conclusions).toMatchObject({ agents: 'skipped', retry: 'skipped' })
    expect(readOwn(repository, number)).toEqual([
      expect.stringContaining(
        `Not started: workflow run ${first.id} already works on it: wait for its end, or comment \`/agents stop\` first`,
      ),
    ])
    await first.done
    expect(readOwn(repository, number)).toEqual([expect.stringContaining('The change is proposed in ')])
  })
})

describe('issues of a plan with `answer: false`', () => {
  test('get no comment for a label, and for a command one that needs no other', async () => {
    const repository = await createRepository(write, { issues: { answer: false } })
    for (const title of ['First', 'Second']) github().openIssue(repository, title, wish)
    await done(await github().labelIssue(repository, 1, 'agents'))
    await done(await github().comment(repository, 2, '/agents run'))

    expect(readOwn(repository, 1)).toEqual([])
    expect(readOwn(repository, 2)).toEqual([
      expect.stringContaining('Started. The page of the workflow run shows how it ends.'),
    ])
  })
})

describe('what people write in other ways', () => {
  let repository: Repository
  beforeAll(async () => {
    repository = await createRepository()
  })

  test('is the same label in other letters', async () => {
    const number = github().openIssue(repository, 'Letters', wish)
    const run = await done(await github().labelIssue(repository, number, 'Agents'))

    expect(run.conclusion).toBe('success')
    expect(readOwn(repository, number)).toEqual([expect.stringContaining('The change is proposed in ')])
  })

  test('is a command on a pull request of a person', async () => {
    await github().push(repository, { 'own.txt': 'own' }, { branch: 'own' })
    const pull = { head: 'own', base: 'main', draft: false, merged: false, reviewers: [] }
    const { number } = repository.addIssue({ title: 'Own', body: 'Mine', login: 'octocat', pull })
    for (const command of ['/agents run', '/agents retry', '/agents land']) {
      await done(await github().comment(repository, number, command))
      expect(readOwn(repository, number)).toEqual([
        expect.stringContaining('this pull request was not opened by parallel-agents'),
      ])
    }
  })
})
