import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import type { Comment } from '../services/rest/issue.ts'
import { createCaller, exampleFiles } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

/** An agent that does what its task says, once it is told how. */
const careful =
  'if grep -q "in French" "$PARALLEL_AGENTS_PROMPT_FILE"; then echo bonjour > hello.txt; elif grep -q "Say hello" "$PARALLEL_AGENTS_PROMPT_FILE"; then exit 1; else echo "$PARALLEL_AGENTS_TASK" > "$PARALLEL_AGENTS_TASK.txt"; fi'

async function createRepository(command = careful): Promise<Repository> {
  const plan = { agents: { writer: { command } }, agent: 'writer', retries: 0 }
  return await createCaller(github(), {
    tasks: {},
    files: {
      ...exampleFiles('issues'),
      '.github/workflows/issue-label.yml': null,
      'plan.yml': JSON.stringify({ ...plan, tasks: {} }),
    },
  })
}

function lastComment(repository: Repository, number: number): Comment {
  return repository.requireIssue(number).comments.at(-1) as Comment
}

function openPulls(repository: Repository): string[] {
  return repository.issues.filter(issue => issue.pull !== undefined).map(({ title }) => title)
}

async function done(runs: readonly WorkflowRun[]): Promise<WorkflowRun> {
  const [run] = runs
  if (run === undefined) throw new Error('no workflow was started')
  return await run.done
}

const wish = 'Write your name into a file.'

describe('what starts work on issues', () => {
  let repository: Repository
  beforeAll(async () => {
    repository = await createRepository()
    for (let count = 0; count < 4; count++) github().openIssue(repository, `Wish ${count}`, wish)
  })

  test('is a label, a comment, a dispatch by another system, and a schedule', async () => {
    const hub = github()
    const byLabel = await done(await hub.labelIssue(repository, 1, 'agents'))
    const byComment = await done(await hub.comment(repository, 2, '/agents run'))
    const bySystem = await done(await hub.dispatchEvent(repository, 'agents', { issues: '#3' }))
    hub.markIssue(repository, 4, 'agents')
    const bySchedule = await (await hub.schedule(repository, 'issues.yml')).done

    const runs = [byLabel, byComment, bySystem, bySchedule]
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(Array(4).fill('success'))
    expect(openPulls(repository)).toEqual(['Wish 0', 'Wish 1', 'Wish 2', 'Wish 3'])
    expect(repository.requireIssue(2).comments[0]?.reactions.map(({ content }) => content)).toEqual([
      'rocket',
    ])
    expect(lastComment(repository, 2).body).toMatch(/The change is proposed in http.*\/pull\/\d+\./)
  })

  test('is not a comment of someone who may not push, of a bot, an edited or a quoted one, or a label of a bot', async () => {
    const hub = github()
    repository.collaborators.set('stranger', 'read')
    const before = openPulls(repository)
    const number = hub.openIssue(repository, 'Another wish', wish)
    const byStranger = await done(await hub.comment(repository, number, '/agents run', { actor: 'stranger' }))
    const byBot = await done(await hub.comment(repository, number, '/agents run', { actor: 'helper[bot]' }))
    const quoted = await done(await hub.comment(repository, number, '> /agents run'))
    const edits = await hub.comment(repository, number, '/agents run', { action: 'edited' })
    const [racing] = await hub.comment(repository, number, '/agents plan')
    lastComment(repository, number).body = '/agents run'
    await racing?.done
    const label = await done(await hub.labelIssue(repository, number, 'agents', { actor: 'helper[bot]' }))

    expect(edits).toEqual([])
    expect(quoted.conclusions).toEqual({
      read: 'skipped',
      agents: 'skipped',
      retry: 'skipped',
      answer: 'skipped',
    })
    for (const run of [byStranger, byBot, racing, label])
      expect(run?.conclusions).toMatchObject({ read: 'success', agents: 'skipped' })
    const [stranger, ...others] = repository.requireIssue(number).comments
    expect(stranger?.reactions.map(({ content }) => content)).toEqual(['-1'])
    expect(byStranger.job('read').log).toContain('stranger has no push access here')
    expect(racing?.job('read').log).toContain('the comment was edited')
    expect(others.at(-1)?.body).toContain('helper[bot], who added the label agents, has no push access here')
    expect(openPulls(repository)).toEqual(before)
  })
})

describe('an issue that waits for others', () => {
  test('starts when the last of them is done, by someone who may push', async () => {
    const hub = github()
    const repository = await createRepository()
    hub.openIssue(repository, 'First', wish)
    hub.openIssue(repository, 'Second', `${wish}\n\ndepends on #1`)
    hub.openIssue(repository, 'Other', wish)
    const early = await done(await hub.labelIssue(repository, 2, 'agents'))
    expect(early.conclusions).toEqual({
      read: 'success',
      agents: 'skipped',
      retry: 'skipped',
      answer: 'skipped',
    })
    expect(lastComment(repository, 2).body).toContain('which is not done')

    repository.collaborators.set('triage', 'read')
    const idle = [{ actor: 'triage' }, { reason: 'not_planned' }]
    for (const options of idle) {
      const run = await done(await hub.closeIssue(repository, 1, options))
      expect(run.conclusions).toEqual({
        read: 'success',
        agents: 'skipped',
        retry: 'skipped',
        answer: 'skipped',
      })
    }
    const run = await done(await hub.closeIssue(repository, 1))
    expect(run.conclusion).toBe('success')
    expect(openPulls(repository)).toEqual(['Second'])
  })
})

describe('commands in comments', () => {
  test('show the plan, retry with words for the agent, and land what was tested', async () => {
    const repository = await createRepository()
    const hub = github()
    const number = hub.openIssue(repository, 'Greeting', 'Say hello to everyone, please.\n\nfiles: hello.txt')
    await done(await hub.comment(repository, number, '/agents plan'))
    expect(lastComment(repository, number).body).toContain('files: ["hello.txt"]')

    await done(await hub.comment(repository, number, '/agents run'))
    const own = repository.requireIssue(number).comments.find(({ login }) => login !== 'octocat')
    expect(own?.body).toMatch(/Not done: failed/)

    await done(await hub.comment(repository, number, '/agents dance'))
    await done(await hub.comment(repository, number, '/agents retry nobody in French'))
    expect(own?.body).toMatch(/was not resumed: the run has no task nobody: its tasks are issue-1/)

    const retried = await done(await hub.comment(repository, number, `/agents retry ${number} in French`))
    expect(retried.conclusions).toMatchObject({ read: 'success', agents: 'skipped', retry: 'success' })
    const pull = repository.issues.find(issue => issue.pull !== undefined)
    expect(pull?.body).toContain(`Closes #${number}`)

    await done(await hub.comment(repository, pull?.number ?? 0, '/agents land'))
    expect(pull?.pull?.merged).toBe(true)
    expect(repository.requireIssue(number).state).toBe('closed')
    expect(await repository.tryRead('main', 'hello.txt')).toBe('bonjour\n')
  })

  test('find no run in the words of an issue, of whose plan a comment shows them', async () => {
    const repository = await createRepository()
    const hub = github()
    const running = await hub.dispatch(repository, 'issues.yml', { issues: '99' })
    const names = `x/actions/runs/${running.id}, 20200101-000000-abcd`
    const number = hub.openIssue(repository, `Wish 20200101-000000-abcd`, `${wish}\n\nfiles: ${names}`)
    await done(await hub.comment(repository, number, '/agents plan'))
    const own = lastComment(repository, number)
    expect(own.body).toContain('20200101')
    await done(await hub.comment(repository, number, '/agents retry'))

    expect(own.body).toContain('no run is known here')
    expect(own.body).not.toContain(`/actions/runs/${running.id}`)
  })

  test('stop what is running, which a schedule does not start again', async () => {
    const repository = await createRepository('sleep 300')
    const number = github().openIssue(repository, 'Endless', wish)
    const [run] = await github().comment(repository, number, '/agents run')
    await run?.untilJob('agents / issue-1', ({ status }) => status === 'in_progress')
    github().markIssue(repository, number, 'agents')
    const bySchedule = await (await github().schedule(repository, 'issues.yml')).done
    expect(bySchedule.job('read').log).toMatch(/#1: workflow run \d+ already works on it/)
    await done(await github().comment(repository, number, '/agents dance'))
    const stopping = await done(await github().comment(repository, number, '/agents stop'))
    await run?.done

    expect(stopping.conclusion).toBe('success')
    expect(run?.conclusion).toBe('cancelled')
  })
})
