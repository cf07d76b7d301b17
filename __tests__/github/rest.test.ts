import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from '@jest/globals'
// biome-ignore lint/correctness/useImportExtensions: the types stand beside the module
import { toBundledText } from './bundle.mjs'
import { actionFiles, useGitHub, workflowFiles } from './fixtures/fixtures.ts'
import type { Repository } from './services/repository.ts'
import type { Permissions } from './workflow/permissions.ts'

const github = useGitHub()

interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Headers
}

async function ask(secret: string | undefined, call: string, body?: object): Promise<Answer> {
  const [method = '', path = ''] = call.split(' ')
  const response = await fetch(`${github().apiUrl}${path}`, {
    method,
    headers: secret === undefined ? {} : { authorization: `token ${secret}` },
    ...(body && { body: JSON.stringify(body) }),
    redirect: 'manual',
  })
  return {
    status: response.status,
    body: (await response.json().catch(() => ({}))) as Answer['body'],
    headers: response.headers,
  }
}

const toToken = (repository: string, permissions: Permissions) =>
  github().tokens.issueForJob(repository, permissions, 'a job').secret

describe('the REST API', () => {
  let repository: Repository

  beforeAll(async () => {
    const main = await toBundledText(
      fileURLToPath(new URL('./fixtures/actions/api/main.mjs', import.meta.url)),
    )
    repository = await github().createRepository('acme/api', {
      ...workflowFiles('api.yml'),
      ...actionFiles('api'),
      'main.mjs': main,
    })
    github().openIssue(repository, 'Do it')
    await repository.commit({ 'new.txt': 'new' }, { branch: 'feature' })
    await repository.commit({ 'new.txt': 'new' }, { branch: 'other' })
  })

  test('serves the real client in a job, as far as its permissions go', async () => {
    const run = await (await github().dispatch(repository, 'api.yml')).done
    const { log } = run.job('allowed')

    expect(run.conclusions).toEqual({ allowed: 'success', refused: 'failure' })
    expect(log).toContain('found #2 Changed true github-actions[bot]')
    expect(log).toContain('again 422 Validation Failed')
    expect(log).toContain('A pull request already exists for acme:feature.')
    expect(log).toContain('jobs allowed in_progress')
    expect(log).toMatch(/remaining 9\d\d of 1000/)
    expect(run.job('refused').log).toContain('403 Resource not accessible by integration')
    expect(repository.issues[1]).toMatchObject({
      title: 'Changed',
      labels: ['agents'],
      comments: [{ body: '<!-- here -->2' }],
      pull: { head: 'feature', base: 'main', draft: true },
    })
  })

  test('tells 401, 403 and 404 apart', async () => {
    await github().createRepository('other/hidden')
    const token = toToken('acme/api', { issues: 'read' })

    expect((await ask('wrong', 'GET /repos/acme/api/issues/1')).status).toBe(401)
    expect((await ask(undefined, 'GET /repos/acme/api/issues/1')).status).toBe(404)
    expect((await ask(token, 'GET /repos/acme/api/issues/1')).body).toMatchObject({
      title: 'Do it',
      number: 1,
    })
    expect((await ask(token, 'GET /repos/acme/api/issues/99')).status).toBe(404)
    expect((await ask(token, 'GET /repos/acme/api/pulls')).status).toBe(403)
    expect((await ask(token, 'POST /repos/acme/api/issues/1/comments', { body: 'x' })).body).toMatchObject({
      message: 'Resource not accessible by integration',
    })
    expect((await ask(token, 'GET /repos/other/hidden')).status).toBe(404)
    expect((await ask(token, 'GET /repos/acme/api/nothing')).status).toBe(404)
  })

  test('creates, lists, moves and deletes refs', async () => {
    const token = toToken('acme/api', { contents: 'write' })
    const [main, feature] = [await repository.tryResolve('main'), await repository.tryResolve('feature')]
    const refs = '/repos/acme/api/git/refs'

    expect((await ask(token, `POST ${refs}`, { ref: 'refs/heads/new/a', sha: main })).status).toBe(201)
    expect((await ask(token, `POST ${refs}`, { ref: 'refs/heads/new/a', sha: main })).body).toMatchObject({
      message: 'Reference already exists',
    })
    expect(
      (await ask(token, `POST ${refs}`, { ref: 'refs/heads/x', sha: `${'0'.repeat(39)}1` })).status,
    ).toBe(422)
    expect((await ask(token, `PATCH ${refs}/heads/new/a`, { sha: feature })).status).toBe(200)
    expect((await ask(token, `PATCH ${refs}/heads/new/a`, { sha: main })).body).toMatchObject({
      message: 'Update is not a fast forward',
    })
    expect((await ask(token, 'GET /repos/acme/api/git/matching-refs/heads/new/')).body).toMatchObject([
      { ref: 'refs/heads/new/a', object: { sha: feature, type: 'commit' } },
    ])
    expect((await ask(token, `DELETE ${refs}/heads/new/a`)).status).toBe(204)
    expect((await ask(token, 'GET /repos/acme/api/git/ref/heads/new/a')).status).toBe(404)
  })

  test('refuses a pull request of nothing, and of jobs when the repository says so', async () => {
    const token = toToken('acme/api', { 'pull-requests': 'write' })
    const open = (head: string) =>
      ask(token, 'POST /repos/acme/api/pulls', { head, base: 'main', title: 'x' })
    const strict = await github().createRepository('acme/strict', {}, { actionsMayOpenPullRequests: false })
    await strict.commit({ a: 'a' }, { branch: 'feature' })
    const refused = await ask(
      toToken('acme/strict', { 'pull-requests': 'write' }),
      'POST /repos/acme/strict/pulls',
      {
        head: 'feature',
        base: 'main',
        title: 'x',
      },
    )

    expect((await open('main')).body.errors).toMatchObject([{ message: 'No commits between main and main' }])
    expect((await open('missing')).body.errors).toMatchObject([{ field: 'head', code: 'invalid' }])
    expect(refused).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('not permitted to create') },
    })
  })

  test('limits the rate of a token, and notes every request', async () => {
    const token = toToken('acme/api', { contents: 'read' })
    const before = github().api.requests.length
    github().api.rateLimits.limit = 2
    const answers = [
      await ask(token, 'GET /repos/acme/api'),
      await ask(token, 'GET /repos/acme/api'),
      await ask(token, 'GET /repos/acme/api'),
    ]
    github().api.rateLimits.limit = 1000

    expect(answers.map(({ status, headers }) => [status, headers.get('x-ratelimit-remaining')])).toEqual([
      [200, '1'],
      [200, '0'],
      [403, '0'],
    ])
    expect(
      github()
        .api.requests.slice(before)
        .map(({ status, owner }) => [status, owner]),
    ).toEqual([
      [200, 'a job'],
      [200, 'a job'],
      [403, 'a job'],
    ])
  })

  test('lists artifacts of a run, and leads to their content', async () => {
    const run = github().runs.at(-1)
    const { artifacts } = github()
    const artifact = artifacts.tryCreate({ runId: run?.id ?? 0, jobId: '1' }, 'result', 'application/zip')
    if (artifact === undefined) throw new Error('not created')
    Object.assign(artifact, { content: Buffer.from('zipped'), isFinal: true })
    const token = toToken('acme/api', { actions: 'read' })
    const listed = await ask(token, `GET /repos/acme/api/actions/runs/${run?.id}/artifacts`)
    const { headers } = await ask(token, `GET /repos/acme/api/actions/artifacts/${artifact.id}/zip`)
    const content = await fetch(headers.get('location') ?? '')

    expect(listed.body).toMatchObject({ total_count: 1, artifacts: [{ name: 'result', size_in_bytes: 6 }] })
    expect(await content.text()).toBe('zipped')
  })
})
