import { describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository, RepositorySettings } from '../services/repository.ts'
import type { Comment } from '../services/rest/issue.ts'
import { createCaller, exampleFiles } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

const writer = 'echo "$PARALLEL_AGENTS_TASK" > "$PARALLEL_AGENTS_TASK.txt"'
const install = 'npm install --global @anthropic-ai/claude-code@2.1.329'
const wish = 'Write your name into a file.'

interface Changed {
  /** Takes the place of what the example installs. */
  readonly prepare?: string
  readonly plan?: object
  readonly settings?: Partial<RepositorySettings>
}

/** A repository with one of the examples, and only that one, on issues. */
async function create(example: 'issues' | 'issue-label', changed: Changed = {}): Promise<Repository> {
  const path = `.github/workflows/${example}.yml`
  const other = `.github/workflows/${example === 'issues' ? 'issue-label' : 'issues'}.yml`
  const text = String(exampleFiles(example)[path])
    .replaceAll(install, changed.prepare ?? install)
    .replace('agent: "claude"', `agent: "writer", agents: { writer: { command: ${JSON.stringify(writer)} } }`)
    .replace('integration: { setup: "npm ci", test: "npm test" }', 'retries: 0')
  const plan = {
    agents: { writer: { command: writer } },
    agent: 'writer',
    retries: 0,
    tasks: {},
    ...changed.plan,
  }
  return await createCaller(github(), {
    tasks: {},
    files: { [path]: text, [other]: null, 'plan.yml': JSON.stringify(plan) },
    ...(changed.settings === undefined ? {} : { settings: changed.settings }),
  })
}

async function done(runs: readonly WorkflowRun[]): Promise<WorkflowRun> {
  const [run] = runs
  if (run === undefined) throw new Error('no workflow was started')
  return await run.done
}

function ownComments(repository: Repository, number: number): Comment[] {
  return repository.requireIssue(number).comments.filter(({ login }) => login === 'github-actions[bot]')
}

function ownText(repository: Repository, number: number): string {
  const own = ownComments(repository, number)
  expect(own).toHaveLength(1)
  return own[0]?.body ?? ''
}

describe.each(['issues', 'issue-label'] as const)('the example %s tells an issue', example => {
  test('that the run has started, and in the same comment how it ended', async () => {
    const repository = await create(example)
    const number = github().openIssue(repository, 'A wish', wish)
    const [run] = await github().labelIssue(repository, number, 'agents')
    const texts = new Set<string>()
    await run?.untilJob(`agents / issue-${number}`, ({ status }) => status === 'in_progress')
    texts.add(ownText(repository, number))
    await run?.done

    expect([...texts][0]).toMatch(
      /An agent is working on this\.\n\n\[The workflow run\]\(http\S+\/actions\/runs\/\d+\)/,
    )
    expect(ownText(repository, number)).toMatch(/The change is proposed in http/)
    expect(run?.conclusions).toMatchObject({ 'agents / answer': 'skipped' })
  })

  test('which job failed when every runner failed to get ready', async () => {
    const repository = await create(example, { prepare: 'exit 3' })
    const number = github().openIssue(repository, 'A wish', wish)
    const run = await done(await github().labelIssue(repository, number, 'agents'))

    expect(run.conclusion).toBe('failure')
    const text = ownText(repository, number)
    expect(text).toMatch(
      /Not done: .*the job "agents \/ issue\\-1" failed at the step "Prepare the runner"[\s\S]*"Re-run failed jobs"/,
    )
    expect(text).toMatch(/\[The run\]\(http\S+\/actions\/runs\/\d+\)/)
    expect(text).not.toContain('An agent is working')
  })

  test('what the plan job refused', async () => {
    const repository = await create(example, { settings: { actionsMayOpenPullRequests: false } })
    const number = github().openIssue(repository, 'A wish', wish)
    const run = await done(await github().labelIssue(repository, number, 'agents'))

    expect(run.conclusions).toMatchObject({ 'agents / plan': 'failure', 'agents / answer': 'success' })
    expect(ownText(repository, number)).toMatch(
      /Nothing was started: .*no pull request can be opened here[\s\S]*Settings → Actions → General/,
    )
  })

  test('that a runner was lost before anything was planned', async () => {
    const repository = await create(example)
    const number = github().openIssue(repository, 'A wish', wish)
    const [run] = await github().labelIssue(repository, number, 'agents')
    await run?.untilJob('agents / plan', ({ status }) => status === 'in_progress')
    run?.job('agents / plan').loseRunner()
    await run?.done

    expect(ownText(repository, number)).toMatch(/Not done: the job "agents \/ plan" failed/)
  })

  test('nothing when someone who may not push has labelled it', async () => {
    const repository = await create(example, { settings: { actionsMayOpenPullRequests: false } })
    repository.collaborators.set('triage', 'read')
    const number = github().openIssue(repository, 'A wish', wish)
    const run = await done(await github().labelIssue(repository, number, 'agents', { actor: 'triage' }))

    expect(run.conclusion).not.toBe('cancelled')
    for (const { body } of ownComments(repository, number))
      expect(body).not.toMatch(/Nothing was started|working/)
  })
})

describe('the example issues tells an issue', () => {
  test('of a schedule that the run has started, and how it ended', async () => {
    const repository = await create('issues', { prepare: 'exit 3' })
    const number = github().openIssue(repository, 'A wish', wish)
    github().markIssue(repository, number, 'agents')
    const run = await github().schedule(repository, 'issues.yml')
    await run.untilJob('agents / plan', ({ status }) => status === 'in_progress')
    expect(ownText(repository, number)).toContain('An agent is working on this.') // so that a label starts it no second time
    await run.done

    expect(ownText(repository, number)).toMatch(/Not done: .*at the step "Prepare the runner"/)
  })

  test('that the job which reads its command died', async () => {
    const repository = await create('issues')
    const number = github().openIssue(repository, 'A wish', wish)
    const [run] = await github().comment(repository, number, '/agents run')
    await run?.untilJob('read', ({ status }) => status === 'in_progress')
    run?.job('read').loseRunner()
    await run?.done

    expect(run?.conclusions).toMatchObject({ read: 'failure', answer: 'success' })
    expect(ownText(repository, number)).toMatch(/Not done: the job "read" failed/)
  })

  test('nothing about a dead job when someone who may not push has commented', async () => {
    const repository = await create('issues')
    repository.collaborators.set('stranger', 'read')
    const number = github().openIssue(repository, 'A wish', wish)
    const [run] = await github().comment(repository, number, '/agents run', { actor: 'stranger' })
    await run?.untilJob('read', ({ status }) => status === 'in_progress')
    run?.job('read').loseRunner()
    await run?.done

    expect(run?.conclusions).toMatchObject({ answer: 'success' })
    expect(ownComments(repository, number)).toEqual([])
  })

  test('that a run could not be resumed because its runner failed to get ready', async () => {
    const repository = await create('issues')
    const number = github().openIssue(repository, 'A wish', wish)
    await done(await github().comment(repository, number, '/agents run'))
    const path = '.github/workflows/issues.yml'
    const text = String(await repository.tryRead('main', path))
    await repository.commit({ [path]: text.replaceAll(install, 'exit 3') })
    const run = await done(await github().comment(repository, number, '/agents retry'))

    expect(run.conclusions).toMatchObject({ retry: 'failure', answer: 'success' })
    expect(ownText(repository, number)).toMatch(/the job "retry" failed at the step/)
  })
})

describe('a plan in a file', () => {
  test('that names an unknown agent is refused, and the reason is commented on its issue', async () => {
    const plan = { agent: 'cloude', issues: { label: 'agents' }, tasks: { wish: { issue: 1 } } }
    const repository = await createCaller(github(), {
      tasks: {},
      files: { 'plan.yml': JSON.stringify(plan) },
    })
    const number = github().openIssue(repository, 'A wish', wish)
    await (await github().dispatch(repository, 'reuse.yml')).done

    expect(ownText(repository, number)).toMatch(/Nothing was started: .*cloude/)
  })

  test('whose issues are not to be answered gets no comment', async () => {
    const plan = { agent: 'cloude', issues: { answer: false }, tasks: { wish: { issue: 1 } } }
    const repository = await createCaller(github(), {
      tasks: {},
      files: { 'plan.yml': JSON.stringify(plan) },
    })
    const number = github().openIssue(repository, 'A wish', wish)
    await (await github().dispatch(repository, 'reuse.yml')).done

    expect(ownComments(repository, number)).toEqual([])
  })
})
