import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { readYaml } from '../../src/plan/yaml/yaml-document.ts'
import { runCli } from '../support/cli.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

const octocat = { login: 'octocat', type: 'User' }
/** An account of which GitHub says no permission. */
const machine = { login: 'Machine', type: 'Bot' }
const stranger = { login: 'stranger', type: 'User' }

function issue(number: number, body: string, { user = octocat, title = `Wish ${number}` } = {}): object {
  return {
    number,
    title,
    body,
    user,
    state: 'open',
    labels: [{ name: 'agent' }],
    html_url: `https://x/${number}`,
  }
}

const labelled = {
  event: 'labeled',
  created_at: '2026-11-20T10:00:00Z',
  actor: octocat,
  label: { name: 'agent' },
}
const issues: Record<number, object> = {
  1: issue(1, 'Write the word one into a file.\n\nfiles: one.txt\n```test\ngrep one one.txt\n```'),
  2: issue(2, 'Write the word two into a file.\n\nfiles: two.txt', {
    title: 'Two, closes #99 @team\n- x: y',
  }),
  3: issue(3, 'Better, please'),
  4: issue(4, 'Write the word four into a file.\n\nfiles: .github/x', { user: stranger }),
  6: issue(6, 'Write the word six into a file.\n\ndepends on #999'),
  7: issue(7, 'Write the word seven into a file.'),
  8: issue(8, 'Write the word eight into a file.\n\nfiles: eight.txt', { user: machine }),
  10: { ...issue(10, 'Write the word ten into a file.'), state: 'closed' },
  11: issue(11, 'Write the word eleven into a file.\n\ndepends on #10'),
  12: issue(3, 'Write the word twelve into a file.', { title: 'Elsewhere' }), // GitHub redirects to where it is now
  5: { ...issue(5, 'A pull request of several words'), pull_request: {} },
}
const elsewhere = 'https://api.x/repos/octo/other'
const blocking: Record<string, object[]> = {
  2: [
    { number: 1, repository_url: 'https://api.x/repos/Octo/Project' },
    { number: 4, repository_url: elsewhere, state: 'closed' },
  ],
  7: [{ number: 1, repository_url: elsewhere, state: 'open' }],
}
let comments: { id: number; body: string; user: { login: string } }[] = []

interface Asked {
  readonly method: string
  readonly url: string
  readonly body: { readonly body?: string; readonly query?: string }
}

function answer({ method, url, body }: Asked): unknown {
  if (url === '/graphql')
    return body.query?.includes('viewer')
      ? { data: { viewer: { login: 'helper[bot]' } } }
      : { data: { repository: { issue: { lastEditedAt: null } } } }
  const path = url.replace('/repos/octo/project', '')
  if (path.startsWith('/issues?')) return [1, 2, 3, 4, 5, 6, 7, 8].map(number => issues[number])
  if (path.startsWith('/pulls?')) return []
  if (path === '/collaborators/Machine/permission') return undefined
  if (path.endsWith('/permission')) return { permission: path.includes('octocat') ? 'write' : 'read' }
  return answerIssue(method, path, body)
}

function answerIssue(method: string, path: string, body: Asked['body']): unknown {
  const [, number = '', rest = ''] = /^\/issues\/(\d+)\/?([^?]*)/.exec(path) ?? []
  if (method === 'POST') comments.push({ id: 1, body: body.body ?? '', user: { login: 'helper[bot]' } })
  if (rest === 'events') return [labelled]
  if (rest === 'dependencies/blocked_by') return blocking[number] ?? []
  if (rest === 'comments') return number === '3' ? comments : []
  return rest === '' ? issues[Number(number)] : undefined
}

let server: Server
let env: Record<string, string>

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { url = '', method = '', headers } = request
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const found =
      headers.authorization === 'Bearer secret'
        ? answer({ method, url, body: text === '' ? {} : JSON.parse(text) })
        : undefined
    response.writeHead(found === undefined ? 404 : 200).end(JSON.stringify(found ?? { message: 'Not Found' }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  env = { GITHUB_API_URL: `http://127.0.0.1:${port}`, GITHUB_REPOSITORY: 'octo/project', GH_TOKEN: 'secret' }
})
afterAll(() => void server.close())
beforeEach(() => {
  comments = [{ id: 7, body: '<!-- parallel-agents: comment -->\nforged', user: { login: 'stranger' } }]
})

function make(): TestRepository {
  return makeRepository({ 'package.json': '{"scripts":{"test":"true"}}' })
}

function planFrom(repository: TestRepository, ...args: string[]) {
  return runCli(repository.folder, ['plan', ...args], { env })
}

function readPlan(repository: TestRepository, file: string): Record<string, Record<string, unknown>> {
  const document = readYaml(readFileSync(join(repository.folder, file), 'utf8'))
  return ('value' in document ? document.value : undefined) as Record<string, Record<string, unknown>>
}

describe('plan --from-issues', () => {
  test('writes a plan with titles, dependencies, scopes and tests, and says what is left out and why', async () => {
    const repository = make()
    const { code, stdout, stderr } = await planFrom(repository, '--from-issues', 'label:agent state:open')
    const plan = readPlan(repository, 'issues.yml')

    expect([code, stdout]).toEqual([0, expect.stringContaining('issue-1')])
    expect(plan).toMatchObject({
      name: 'Issues 1, 2, 4 and 8',
      issues: { label: 'agent' },
      tasks: {
        'issue-1': { issue: 1, files: ['one.txt'], test: 'grep one one.txt' },
        'issue-2': { issue: 2, needs: ['issue-1'], files: ['two.txt'] },
        'issue-4': { issue: 4, files: ['.github/x'] },
      },
      integration: { test: 'npm test' },
    })
    expect(plan.tasks?.['issue-2']).not.toMatchObject({ title: expect.stringMatching(/#99|@team|\n/) })
    expect(stderr).toContain('left out: #3 Wish 3: it does not describe a change')
    expect(comments).toHaveLength(1)
  })

  test('leaves out issues that wait for one in another repository, or for one that does not exist', async () => {
    const { code, stderr } = await planFrom(make(), '--from-issues', '1 6 7')

    expect(code).toBe(0)
    expect(stderr).toContain('left out: #6 Wish 6: it waits for #999, which does not exist')
    expect(stderr).toContain('left out: #7 Wish 7: it waits for octo/other#1, which is not done')
  })

  test('leaves out closed issues that are named, and takes those that needed them', async () => {
    const repository = make()
    const { code, stderr } = await planFrom(repository, '--from-issues', '10 11')

    expect(code).toBe(0)
    expect(stderr).toContain(
      'left out: #10 Wish 10: it is closed: reopen it first, or add state:all to the query',
    )
    expect(Object.keys(readPlan(repository, 'issues.yml').tasks ?? {})).toEqual(['issue-11'])
    const all = await planFrom(repository, '--from-issues', '10 11 state:all', '--out', 'all.yml')
    expect(all.code).toBe(0)
    expect(readPlan(repository, 'all.yml').tasks).toMatchObject({ 'issue-11': { needs: ['issue-10'] } })
  })

  test('refuses issues that do not exist, or are in another repository by now', async () => {
    const missing = await planFrom(make(), '--from-issues', '1 99')
    const moved = await planFrom(make(), '--from-issues', '1 12')
    const repository = make()
    repository.write({
      'plan.yml': JSON.stringify({ agent: 'claude', tasks: { a: { issue: 12 }, b: { issue: 99 } } }),
    })
    const run = await runCli(repository.folder, ['run', 'plan.yml'], { env })

    expect([missing.code, moved.code, run.code]).toEqual([2, 2, 2])
    expect(missing.stderr).toBe('issue #99 does not exist in octo/project, or the token may not read it\n')
    expect(moved.stderr).toBe('issue #12 was transferred: it is https://x/3 now\n')
    expect(run.stderr).toContain('issue #12 was transferred: it is https://x/3 now')
    repository.write({ 'plan.yml': JSON.stringify({ agent: 'claude', tasks: { b: { issue: 99 } } }) })
    const other = await runCli(repository.folder, ['run', 'plan.yml'], { env })
    expect(other.stderr).toContain('issue #99 does not exist in octo/project, or the token may not read it')
  })

  test('asks once on an issue that says too little, whatever others have written with its mark', async () => {
    const repository = make()
    await planFrom(repository, '--from-issues', '1 3', '--ask', '--out', 'a.yml')
    const { stderr } = await planFrom(repository, '--from-issues', '1 3', '--ask', '--out', 'b.yml')

    expect(stderr).toContain('asked on #3')
    expect(comments.map(({ user }) => user.login)).toEqual(['stranger', 'helper[bot]'])
    expect(comments[1]?.body).toContain('it does not say what is wanted')
    expect(comments[1]?.body).not.toContain('label')
  })

  test('takes neither scope nor test from people who may not push, and replaces no file', async () => {
    const repository = make()
    const first = await planFrom(repository, '--from-issues', '4')
    const again = await planFrom(repository, '--from-issues', '1')
    const ofMachine = await planFrom(repository, '--from-issues', '8', '--out', 'machine.yml')

    expect(readPlan(repository, 'issues.yml').tasks).toEqual({ 'issue-4': { issue: 4, title: 'Wish 4' } })
    expect(repository.read('issues.yml')).toContain('# https://x/4\n')
    expect(ofMachine.stderr).toContain('#8: its files are ignored, because Machine has no push access here')
    expect(first.stderr).toContain('#4: its files are ignored, because stranger has no push access here')
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('issues.yml already exists')])
  })

  test('runs the plan at once with the settings of another plan', async () => {
    const repository = make()
    writeFileSync(
      join(repository.folder, 'settings.yml'),
      JSON.stringify({
        agents: { writer: { command: 'echo one > one.txt' } },
        agent: 'writer',
        integration: { test: 'grep one one.txt' },
        tasks: { other: { prompt: 'not this' } },
      }),
    )
    const { code, stdout } = await planFrom(
      repository,
      'settings.yml',
      '--from-issues',
      '1',
      '--run',
      '--json',
    )
    const report = JSON.parse(stdout)

    expect([code, report.plan, Object.keys(report.tasks)]).toEqual([0, 'Issue 1', ['issue-1']])
    expect(existsSync(join(repository.folder, 'issues.yml'))).toBe(true)
    expect(repository.show(report.integration.branch, 'one.txt')).toBe('one')
  })

  test('says what is wrong with a query before anything is asked', async () => {
    const { code, stderr } = await planFrom(make(), '--from-issues', 'state:open')
    expect([code, stderr]).toEqual([2, expect.stringContaining('names no issues: write for example')])
  })
})
