import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { runCli } from '../support/cli.ts'
import { makeFakeClis } from '../support/fake-cli.ts'
import { makeRepository } from '../support/repository.ts'

let server: Server
let env: Record<string, string>
let answers: Record<string, unknown>
/** Of all other answers. */
let status: number

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const answer = answers[url.replace('/repos/octo/project', '')]
    response
      .writeHead(answer === undefined ? status : 200)
      .end(JSON.stringify(answer ?? { message: 'Not Found' }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  env = { GITHUB_API_URL: `http://127.0.0.1:${port}`, GITHUB_REPOSITORY: 'octo/project', GH_TOKEN: 'x' }
})
afterAll(() => void server.close())
beforeEach(() => {
  answers = {}
  status = 404
})

/** GitHub is not asked for the commit of a version: no test needs the network. */
const offline = {
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'url.file:///nowhere/.insteadOf',
  GIT_CONFIG_VALUE_0: 'https://github.com/',
}

function make() {
  const repository = makeRepository({ 'package.json': '{"scripts":{"test":"true"}}' })
  repository.git('remote', 'add', 'origin', 'git@github.com:octo/project.git')
  return repository
}

describe('init --github', () => {
  test('writes a plan and a workflow, says what is left as links, and replaces nothing', async () => {
    const repository = make()
    const { code, stdout, stderr } = await runCli(repository.folder, ['init', '--github'], { env: offline })
    const again = await runCli(repository.folder, ['init', '--github'], { env: offline })
    const workflow = parse(repository.read('.github/workflows/agents.yml'))

    expect([code, stdout.trim().split('\n')]).toEqual([
      0,
      ['wrote parallel-agents.yml', 'wrote .github/workflows/agents.yml'],
    ])
    expect(stderr).toContain('https://github.com/octo/project/settings/secrets/actions/new')
    expect(stderr).toContain('https://github.com/octo/project/settings/actions')
    expect(workflow.jobs.agents.uses).toMatch(
      /^owner\/parallel-agents\/\.github\/workflows\/parallel-agents\.yml@/,
    )
    expect(Object.keys(workflow.jobs)).toEqual(['read', 'agents', 'retry', 'answer'])
    expect(workflow.jobs.agents.concurrency.group).toContain('github.event.issue.number')
    expect(repository.read('parallel-agents.yml')).not.toMatch(/^ *land:/m)
    expect(again.stdout).toBe('')
    expect(again.stderr).toContain('kept .github/workflows/agents.yml')
  })
})

describe('init --github beside other workflows', () => {
  test('takes another name if theirs is taken', async () => {
    const repository = make()
    repository.write({ '.github/workflows/agents.yml': 'on: push\n' })
    const { stdout } = await runCli(repository.folder, ['init', '--github'], { env: offline })

    expect(stdout).toContain('wrote .github/workflows/parallel-agents.yml')
    expect(repository.read('.github/workflows/agents.yml')).toBe('on: push\n')
  })
})

describe('doctor --github', () => {
  const toFindings = (text: string) =>
    (JSON.parse(text) as { area: string; text: string; remedy: string }[]).filter(
      ({ area }) => area === 'github',
    )

  test('advises to sign in, and nothing else, without a valid token', async () => {
    const repository = make()
    status = 401
    const { stdout } = await runCli(repository.folder, ['doctor', '--github', '--json'], { env })

    expect(toFindings(stdout)).toEqual([
      expect.objectContaining({
        level: 'problem',
        text: 'octo/project cannot be queried: the token is invalid or has expired',
        remedy: 'sign in with "gh auth login", or set GH_TOKEN',
      }),
    ])
  })

  test('advises to sign in where gh has no account', async () => {
    const repository = make()
    const said = 'To get started with GitHub CLI, please run:  gh auth login'
    const gh = makeFakeClis({ gh: `echo '${said}' >&2; exit 4` })
    const { stdout } = await runCli(repository.folder, ['doctor', '--github', '--json'], {
      env: { ...env, GH_TOKEN: '', ...gh },
    })

    expect(toFindings(stdout)).toMatchObject([
      { text: 'octo/project cannot be queried: `gh` is not signed in' },
    ])
  })

  test('says what is there and what is missing: workflow, secret, setting', async () => {
    const repository = make()
    await runCli(repository.folder, ['init', '--github'], { env: offline })
    const missing = await runCli(repository.folder, ['doctor', '--github', '--json'], { env })
    answers = {
      '/contents/.github/workflows/agents.yml': {},
      '/actions/secrets?per_page=100': { secrets: [{ name: 'OTHER' }] },
      '/actions/organization-secrets?per_page=100': { secrets: [{ name: 'AGENT_ENV' }] },
      '/actions/permissions/workflow': { can_approve_pull_request_reviews: false },
    }
    const nearly = await runCli(repository.folder, ['doctor', '--github', '--json'], { env })
    const read = (text: string) =>
      (JSON.parse(text) as { area: string; level: string; text: string }[])
        .filter(({ area }) => area === 'github' || area === 'plan')
        .map(({ level, text: said }) => `${level}: ${said}`)

    expect(read(missing.stdout)).toEqual([
      expect.stringContaining('warning: task first-task still has the placeholder prompt'),
      expect.stringContaining('warning: .github/workflows/agents.yml does not pin the action'),
      'problem: .github/workflows/agents.yml is not on the default branch (HTTP 404)',
      'warning: the names of its secrets cannot be read (HTTP 404)',
      'warning: the settings of its workflows cannot be read (HTTP 404)',
    ])
    expect(read(nearly.stdout).slice(2)).toEqual([
      'ok: .github/workflows/agents.yml is on the default branch',
      'ok: the secret AGENT_ENV exists',
      'problem: workflows may not open pull requests',
    ])
  })
})
