import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { openGitHub } from '../../src/action/github/github.ts'
import { GitHubForge } from '../../src/action/github/pull-requests.ts'
import type { WantedPullRequest } from '../../src/jobs/publish/forge.ts'
import { mostBodyBytes } from '../../src/jobs/publish/forge.ts'
import type { Report } from '../../src/model/report.ts'
import { toIntegrationText } from '../../src/report/markdown/pull-request.ts'
import { ApiStub } from '../publish/api-stub.ts'
import { makeTask } from '../support/tasks.ts'

const wanted: WantedPullRequest = {
  head: 'agents/x/integration',
  base: 'main',
  title: 'Plan',
  subject: 'a'.repeat(16),
  commit: 'c'.repeat(40),
  text: 'What is in it',
  dress: { draft: true, labels: [], reviewers: [], assignees: [] },
}

const stubs: ApiStub[] = []
afterAll(() => {
  for (const stub of stubs) stub.close()
})

let api: ApiStub
let waits: number[]
let forge: GitHubForge

function makeForge(token = api.token): GitHubForge {
  const env = { GITHUB_REPOSITORY: 'octo/project', GITHUB_API_URL: api.url }
  return new GitHubForge(
    () => openGitHub(env, token),
    async seconds => void waits.push(seconds),
  )
}

beforeEach(async () => {
  api = await ApiStub.start()
  stubs.push(api)
  waits = []
  forge = makeForge()
})

describe('a pull request', () => {
  test('is a draft, or open where there are no drafts', async () => {
    const fault = { status: 422, message: 'Draft pull requests are not supported in this repository.' }
    api.fail('POST', /pulls$/, { ...fault, body: /"draft":true/ })
    await forge.placePullRequest(wanted)
    await forge.placePullRequest({ ...wanted, head: 'agents/x/tasks/a' })

    expect(api.pulls.map(({ draft }) => draft)).toEqual([false, true])
  })

  test('gets the reviewers and assignees that GitHub accepts, and names the others', async () => {
    const fault = { status: 422, message: 'Reviews may only be requested from collaborators.' }
    for (let count = 0; count < 2; count++)
      api.fail('POST', /requested_reviewers$/, { ...fault, body: /"stranger"/ })
    const people = { reviewers: ['stranger', 'octocat', 'acme/backend'], assignees: ['Octocat', 'stranger'] }
    const dress = { ...wanted.dress, ...people }
    const placed = await forge.placePullRequest({ ...wanted, dress })

    expect(api.pulls[0]?.dress).toEqual([
      { reviewers: ['octocat'], team_reviewers: [] },
      { reviewers: [], team_reviewers: ['backend'] },
      { assignees: ['Octocat', 'stranger'] },
    ])
    expect(placed).toMatchObject({
      problems: [
        expect.stringContaining('the reviewer stranger could not be set on pull request #1: '),
        'some assignees could not be set on pull request #1: stranger cannot be assigned in this repository',
      ],
    })
  })

  test('is opened only once when the answer is lost', async () => {
    api.fail('POST', /pulls$/, { status: 502, message: 'Bad Gateway', isLate: true })
    const placed = await forge.placePullRequest(wanted)

    expect(placed).toMatchObject({ kind: 'placed', number: 1 })
    expect(api.pulls).toHaveLength(1)
    expect(waits).toEqual([1])
  })

  test('is retried a limited number of times after a server error', async () => {
    for (let count = 0; count < 2; count++) api.fail('GET', /pulls/, { status: 500, message: 'oops' })
    expect(await forge.placePullRequest(wanted)).toMatchObject({ kind: 'placed' })
    expect(waits).toEqual([1, 3])

    for (let count = 0; count < 9; count++) api.fail('GET', /pulls/, { status: 503, message: 'down' })
    expect(await forge.placePullRequest(wanted)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('down'),
    })
  })

  test('waits for a secondary rate limit, but not for one that ends in hours', async () => {
    const message = 'You have exceeded a secondary rate limit.'
    api.fail('POST', /pulls$/, { status: 403, message, headers: { 'retry-after': '17' } })
    api.fail('POST', /pulls$/, { status: 429, message })
    expect(await forge.placePullRequest(wanted)).toMatchObject({ kind: 'placed' })
    expect(waits).toEqual([17, 60])

    const reset = String(Math.floor(Date.now() / 1000) + 3000)
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
    api.fail('GET', /pulls/, { status: 403, message: 'API rate limit exceeded', headers })
    expect(await forge.placePullRequest(wanted)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('API rate limit exceeded'),
    })
    expect(waits).toHaveLength(2)
  })

  test.each([
    [
      403,
      'GitHub Actions is not permitted to create or approve pull requests.',
      '"Allow GitHub Actions to create and approve pull requests"',
    ],
    [403, 'Resource not accessible by integration', 'pull-requests: write'],
    [422, 'Validation Failed: something', 'something'],
  ])('that is refused (%d %s) says what to change', async (status, message, advice) => {
    api.fail('POST', /pulls$/, { status, message })
    const placed = await forge.placePullRequest(wanted)

    expect(placed.kind === 'refused' && placed.reason).toContain(message)
    expect(placed.kind === 'refused' && placed.reason).toContain(advice)
    expect(waits).toEqual([])
  })

  test('says when its token is not valid', async () => {
    expect(await makeForge('ghs_old').placePullRequest(wanted)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('The token is invalid'),
    })
  })

  test('is not opened where there is nothing new', async () => {
    api.fail('POST', /pulls$/, { status: 422, message: 'No commits between main and agents/x/integration' })
    expect(await forge.placePullRequest(wanted)).toEqual({ kind: 'empty' })
  })

  test('that is closed stays closed, and another one is opened', async () => {
    await forge.placePullRequest(wanted)
    const [first] = api.pulls
    if (first) first.state = 'closed'
    expect(await forge.placePullRequest(wanted)).toMatchObject({ number: 2, isNew: true })
  })

  test('does not add our section again after people removed it', async () => {
    await forge.placePullRequest(wanted)
    const [pull] = api.pulls
    if (pull) pull.body = 'Mine alone'
    expect(await forge.placePullRequest({ ...wanted, text: 'Something new' })).toMatchObject({ isNew: false })
    expect(pull?.body).toBe('Mine alone')
  })

  test('has a body that GitHub accepts, whatever agents wrote', async () => {
    const reason = '</details> @everyone ![x](http://evil) Closes #1 <!-- parallel-agents: end -->\n'.repeat(
      2000,
    )
    const bare = {
      attempts: 0,
      messages: [],
      agentSeconds: 0,
      checkoutChanges: [],
      testDefinitions: [],
      weakenedTests: [],
      reviews: [],
    }
    const tasks = Array.from({ length: 300 }, (_, index) =>
      makeTask(`t${index}`, { title: reason.slice(0, 190), issue: index + 10 }),
    )
    const report = {
      run: 'x',
      plan: 'Plan',
      deniedHosts: [],
      tasks: Object.fromEntries(
        tasks.map(({ id }) => [id, { ...bare, landing: 'conflicted', outcome: 'succeeded', reason }]),
      ),
      integration: {
        branch: null,
        tests: 'none',
        conflicts: [],
        reviews: [],
        comparisons: [],
        warnings: [],
        failsOnBase: [],
        flaky: [],
        problem: null,
        land: { message: null },
      },
    } as unknown as Report
    await forge.placePullRequest({
      ...wanted,
      text: toIntegrationText({ report, tasks, runUrl: undefined, maxBytes: mostBodyBytes }),
    })
    const body = api.pulls[0]?.body ?? ''

    expect(body.length).toBeGreaterThan(60_000)
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body).toMatch(/and \d+ more/)
    expect(body).not.toMatch(/@everyone|!\[x|http:\/\/evil|Closes #1\b|<\/details/)
    expect(body.split('parallel-agents: end -->')).toHaveLength(2)
  })
})

describe('the comment', () => {
  test('is written once, and updated; a comment of another author is never taken for it', async () => {
    await forge.placePullRequest(wanted)
    const [pull] = api.pulls
    pull?.comments.push({ id: 1, body: '<!-- parallel-agents: comment -->\nForged', login: 'stranger' })
    api.fail('POST', /comments$/, { status: 502, message: 'Bad Gateway', isLate: true })
    expect(await forge.comment(1, 'First')).toBeUndefined()
    await forge.comment(1, 'First')
    await forge.comment(1, 'Second')

    expect(pull?.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining('Forged'),
      expect.stringMatching(/^<!-- .* -->\nSecond$/),
    ])
    expect(api.requests.filter(line => line.startsWith('PATCH'))).toHaveLength(1)
  })

  test('that cannot be written says why', async () => {
    await forge.placePullRequest(wanted)
    api.fail('POST', /comments$/, { status: 403, message: 'Resource not accessible by integration' })
    expect(await forge.comment(1, 'First')).toContain('pull-requests: write')
  })
})

describe('the pull request of an earlier run of the same plan', () => {
  const next = { ...wanted, head: 'agents/y/integration', commit: 'd'.repeat(40) }

  async function placeNext() {
    return forge.closeOlder(next, await forge.placePullRequest(next))
  }

  test('is closed in favour of a newer one, and names it', async () => {
    await forge.placePullRequest(wanted)
    const older = await placeNext()

    expect(api.pulls.map(({ state }) => state)).toEqual(['closed', 'open'])
    expect(api.pulls[0]?.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining('A newer run of the same plan: #2'),
    ])
    expect(older).toEqual([{ kind: 'closed', url: 'https://github.com/octo/project/pull/1' }])
    expect(await placeNext()).toEqual([])
  })

  test('stays open when a person has added commits to its branch', async () => {
    await forge.placePullRequest(wanted)
    api.heads.set(wanted.head, 'e'.repeat(40))

    expect(await placeNext()).toMatchObject([{ kind: 'left', reason: 'its branch has commits by others' }])
    expect(api.pulls.map(({ state }) => state)).toEqual(['open', 'open'])
  })

  test('is another one for another plan, and for another target', async () => {
    await forge.placePullRequest({ ...wanted, subject: 'b'.repeat(16) })
    await forge.placePullRequest({ ...wanted, base: 'develop' })
    await placeNext()

    expect(api.pulls.map(({ state }) => state)).toEqual(['open', 'open', 'open'])
  })

  test('is not recognised by what people wrote into a description', async () => {
    const text = `<!-- parallel-agents: ${next.subject} at ${'f'.repeat(40)} -->`
    await forge.placePullRequest({ ...wanted, subject: 'b'.repeat(16), commit: 'f'.repeat(40), text })
    await placeNext()

    expect(api.pulls.map(({ state }) => state)).toEqual(['open', 'open'])
  })
})
