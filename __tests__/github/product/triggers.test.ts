import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { App } from '../services/apps.ts'
import type { Repository, RepositorySettings } from '../services/repository.ts'
import { changeCall, createCaller, readLeft, runReused } from './caller.ts'
import { createCopy, useProduct } from './product.ts'

const github = useProduct()

const upkeep = 'name: Upkeep\nagent: claude\ntasks: { upkeep: { prompt: "sh: echo up > up.txt" } }\n'
const quick = { script: 'echo quick > quick.txt', files: ['quick.txt'] }

describe('a plan without tasks', () => {
  test('does nothing, and succeeds', async () => {
    const repository = await createCaller(github(), { tasks: {} })
    const run = await runReused(github(), repository)

    expect(run.conclusions).toEqual({
      'agents / plan': 'success',
      'agents / cache': 'skipped',
      'agents / agents': 'skipped',
      'agents / merge': 'skipped',
      'agents / publish': 'skipped',
      'agents / answer': 'skipped',
    })
    expect(run.conclusion).toBe('success')
  })
})

describe('a plan in which nothing is to be done', () => {
  test('opens no pull request', async () => {
    const repository = await createCaller(github(), { tasks: { idle: { script: 'true' } } })
    const run = await runReused(github(), repository)
    const left = await readLeft(repository, run)

    expect(left.branches).toEqual([])
    expect(left.pulls).toEqual([])
  })
})

describe('a schedule', () => {
  test('of a repository that calls the workflow does its plan', async () => {
    const repository = await createCaller(github(), {
      tasks: { quick },
      files: {
        '.github/agents/upkeep.yml': upkeep,
      },
    })
    const run = await (await github().schedule(repository, 'schedule.yml')).done

    expect(run.conclusion).toBe('success')
    expect(await (await readLeft(repository, run)).read('integration')).toEqual({ 'up.txt': 'up\n' })
  })
})

describe('a copy of the workflow', () => {
  const secrets = { ANTHROPIC_API_KEY: 'sk-ant-of-the-copy' }

  test('does nothing by schedule unless a variable names a plan', async () => {
    const variables: Record<string, string> = {}
    const repository = await createCopy(github(), upkeep, { secrets, variables })
    const idle = await (await github().schedule(repository, 'parallel-agents.yml')).done
    variables.PARALLEL_AGENTS_PLAN = 'upkeep.yml'
    const run = await (await github().schedule(repository, 'parallel-agents.yml')).done

    expect(new Set(Object.values(idle.conclusions))).toEqual(new Set(['skipped']))
    expect(run.conclusion).toBe('success')
    expect((await readLeft(repository, run, 'plan')).pulls).toHaveLength(1)
  })
})

describe('a dispatch', () => {
  test('does only the tasks that it names and what they need, and tells what landed', async () => {
    const task = (name: string) => ({ script: `echo ${name} > ${name}.txt`, files: [`${name}.txt`] })
    const repository = await createCaller(github(), {
      tasks: { api: task('api'), client: { ...task('client'), needs: ['api'] }, docs: task('docs') },
    })
    const inputs = { plan: 'plan.yml', tasks: 'client' }
    const run = await (await github().dispatch(repository, 'dispatch.yml', inputs)).done

    expect(run.conclusion).toBe('success')
    expect(Object.keys(await (await readLeft(repository, run)).read('integration'))).toEqual([
      'api.txt',
      'client.txt',
    ])
    expect(run.job('tell').log).toContain('landed: api, client')
  })
})

describe('an issue', () => {
  const files = { 'package.json': JSON.stringify({ scripts: { test: 'grep -q "it\'s" words.txt' } }) }
  const body = 'Please:\n\n  sh: echo "it\'s $((1 + 1))" > words.txt\n\n"Thanks"; $(exit 1) `exit 1`'

  test('with the label is a task of the text that it had then; its pull request closes it, and it is answered', async () => {
    const repository = await createCaller(github(), { tasks: { quick }, files })
    const number = github().openIssue(repository, 'Words "of" the day, closes #99 @team', body)

    const [unlabelled] = await github().labelIssue(repository, number, 'question')
    await unlabelled?.done
    expect(unlabelled?.conclusions.plan).toBe('skipped')
    const [started] = await github().labelIssue(repository, number, 'agents')
    const run = started as WorkflowRun
    repository.requireIssue(number).body = 'sh: echo other > words.txt'
    await run.done
    const left = await readLeft(repository, run)
    const subjects = await repository.git('log', '--format=%B', `agents/${left.id}/integration`)

    expect(run.conclusion).toBe('success')
    expect(run.concurrency).toBeUndefined()
    expect(await left.read('integration')).toMatchObject({ 'words.txt': "it's 2\n" })
    expect(left.pulls[0]?.body).toContain(`Closes #${number}`)
    expect(left.pulls[0]?.title).toContain('Words "of" the day')
    expect(`${subjects}\n${left.pulls[0]?.title}`).not.toMatch(/#99|@team/)
    const answers = repository.requireIssue(number).comments.map(comment => comment.body)
    expect(answers).toEqual([expect.stringMatching(/^The change is proposed in http.*\/pull\/\d+\.$/m)])
  })

  test('with a label by a person who may not push does not become a task', async () => {
    const repository = await createCaller(github(), { tasks: { quick }, files })
    const number = github().openIssue(repository, 'Words', body)
    repository.collaborators.set('triage', 'read')
    const [run] = await github().labelIssue(repository, number, 'agents', { actor: 'triage' })
    await run?.done

    expect(run?.conclusions).toEqual({ plan: 'failure', agents: 'skipped', answer: 'success' })
    expect(repository.requireIssue(number).comments).toEqual([])
    const said = run?.job('plan').annotations.map(({ message }) => message)
    expect(said?.join()).toContain('only someone who may push can approve')
  })
})

describe('a token to publish with', () => {
  let repository: Repository
  let run: WorkflowRun

  beforeAll(async () => {
    const { secret } = github().tokens.issueForPerson('bot', { contents: 'write', 'pull-requests': 'write' })
    const secrets = { ANTHROPIC_API_KEY: 'sk-ant-of-the-caller', PUBLISH_TOKEN: secret }
    const plan = { integration: { land: 'push' } }
    repository = await createCaller(github(), { tasks: { quick }, plan, settings: { secrets } })
    const passed = `secrets:\n      PUBLISH_TOKEN: $\{{ secrets.PUBLISH_TOKEN }}`
    await changeCall(repository, /secrets:/, passed)
    repository.protectBranch('main')
    run = await runReused(github(), repository)
  })

  test('pushes and opens the pull request, so that workflows start on it', async () => {
    expect(new Set((await repository.pushes()).map(({ owner }) => owner))).toEqual(new Set(['bot']))
    expect((await readLeft(repository, run)).pulls).toMatchObject([{ login: 'bot' }])
  })

  test('that may not push to the target lets people merge: `land: push` becomes a pull request, and is red', () => {
    const said = run.job('agents / publish').annotations.map(({ message }) => message)
    expect(run.conclusions['agents / publish']).toBe('failure')
    expect(said.join()).toContain('Protected branch')
  })
})

describe('a GitHub App', () => {
  async function createCallerOf(app: App, settings: Partial<RepositorySettings> = {}): Promise<Repository> {
    const secrets = { ANTHROPIC_API_KEY: 'sk-ant-of-the-caller', APP_PRIVATE_KEY: app.privateKey }
    const plan = { integration: { land: 'pull-request' } }
    const caller = { tasks: { quick }, plan, settings: { ...settings, secrets } }
    const repository = await createCaller(github(), caller)
    const passed = `secrets:\n      APP_PRIVATE_KEY: $\{{ secrets.APP_PRIVATE_KEY }}`
    await changeCall(repository, /with:/, `with:\n      app-id: "${app.id}"`)
    await changeCall(repository, /secrets:/, passed)
    return repository
  }

  test('publishes by a token of its own, which has ended afterwards, and workflows start on what it pushed', async () => {
    const app = github().apps.create('house-app[bot]', {
      contents: 'write',
      'pull-requests': 'write',
      issues: 'write',
    })
    const repository = await createCallerOf(app, { actionsMayOpenPullRequests: false })
    app.repositories.add(repository.name)
    const run = await runReused(github(), repository)

    expect(run.conclusion).toBe('success')
    expect(new Set((await repository.pushes()).map(({ owner }) => owner))).toEqual(new Set([app.login]))
    expect((await readLeft(repository, run)).pulls).toMatchObject([{ login: app.login }])
    expect(github().tokens.countOf(app.login)).toBe(0)
    expect(run.log).not.toContain(app.privateKey.split('\n')[1])
  })

  test('that is not installed in the repository stops the run before any agent is paid', async () => {
    const app = github().apps.create('elsewhere[bot]', { contents: 'write' })
    const repository = await createCallerOf(app)
    const run = await runReused(github(), repository)

    expect(run.conclusions).toMatchObject({ 'agents / plan': 'failure', 'agents / agents': 'skipped' })
    const said = run.job('agents / plan').annotations.map(({ message }) => message)
    expect(said.join()).toContain(`the app ${app.id} is not installed in ${repository.name}`)
  })
})
