import { chmodSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runCli } from '../support/cli.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

function makeClaude(version: string): string {
  const folder = makeFolder('bin')
  writeFileSync(join(folder, 'claude'), `#!/bin/sh\necho '${version} (Claude Code)'\n`)
  chmodSync(join(folder, 'claude'), 0o755)
  return folder
}

const plan = JSON.stringify({ agent: 'claude', tasks: { a: { prompt: 'x', files: ['a.txt'] } } })

test('doctor lists what a run needs, with versions, and what is missing, with remedies', async () => {
  const repository = makeRepository({ 'plan.yml': plan })
  const env = {
    PATH: `${makeClaude('1.0.0')}:${process.env.PATH}`,
    HOME: makeFolder('home'),
    ANTHROPIC_API_KEY: '',
  }
  const { code, stdout } = await runCli(repository.folder, ['doctor', '--json'], { env })
  const findings = JSON.parse(stdout)

  expect(code).toBe(0)
  const about = (area: string) => findings.filter((finding: { area: string }) => finding.area === area)
  expect(about('plan')[0]).toMatchObject({ level: 'ok', text: expect.stringContaining('1 task') })
  expect(about('agents')).toEqual([
    expect.objectContaining({
      level: 'warning',
      text: expect.stringMatching(/^claude 1\.0\.0 is older than/),
    }),
    expect.objectContaining({ level: 'warning', text: expect.stringContaining('appears to be signed out') }),
  ])
  expect(findings.map(({ area }: { area: string }) => area)).toEqual(
    expect.arrayContaining(['git', 'checkouts', 'disk', 'sandbox']),
  )
})

test('doctor names a program once that several agents use, and counts warnings', async () => {
  const agents = { junior: { use: 'claude', model: 'haiku' } }
  const tasks = {
    a: { prompt: 'x', files: ['a.txt'] },
    b: { prompt: 'x', files: ['b.txt'], agent: 'junior' },
  }
  const repository = makeRepository({ 'plan.yml': JSON.stringify({ agent: 'claude', agents, tasks }) })
  const env = {
    PATH: `${makeClaude('1.0.0')}:${process.env.PATH}`,
    HOME: makeFolder('home'),
    ANTHROPIC_API_KEY: '',
  }
  const { stdout } = await runCli(repository.folder, ['doctor'], { env })

  expect(stdout.match(/claude 1\.0\.0 is older/g)).toHaveLength(1)
  expect(stdout).toMatch(/ready to run, with \d+ warnings?$/m)
})

test('doctor names programs of commands that are missing', async () => {
  const agents = {
    server: { acp: 'no-such-server --acp' },
    script: { command: 'no-such-script x' },
    shell: { command: 'if true; then echo x; fi' },
    node: { command: 'node x.mjs' },
    beside: { acp: '../tools/agent --acp' },
    inside: { command: './agent.sh' },
    absolute: { command: '/nowhere/agent' },
  }
  const tasks = Object.fromEntries(
    Object.keys(agents).map(name => [name, { prompt: 'x', files: [name], agent: name }]),
  )
  const repository = makeRepository({ 'plan.yml': JSON.stringify({ agents, tasks }) })
  const { stdout } = await runCli(repository.folder, ['doctor', '--json'])
  const found = JSON.parse(stdout).filter(({ area }: { area: string }) => area === 'agents')

  expect(found).toEqual([
    expect.objectContaining({
      level: 'warning',
      text: 'no-such-server, the program of agent server, was not found in PATH',
      remedy: 'install it, or change `acp:` of agent server',
    }),
    expect.objectContaining({ text: 'no-such-script, the program of agent script, was not found in PATH' }),
    expect.objectContaining({
      text: '../tools/agent, the program of agent beside, is looked for beside the checkout of each task, where it is not',
      remedy: 'write its absolute path in `acp:` of agent beside',
    }),
    expect.objectContaining({ text: '/nowhere/agent, the program of agent absolute, does not exist' }),
  ])
})

test('doctor ends with 1 when a run would not work', async () => {
  const repository = makeRepository({ 'plan.yml': plan.replace('"files"', '"fils"') })
  const wrong = await runCli(repository.folder, ['doctor'])
  expect(wrong.code).toBe(1)
  expect(wrong.stdout).toContain('did you mean `files`?')

  const missing = makeRepository({ 'plan.yml': plan })
  const folders = (process.env.PATH ?? '').split(':').filter(folder => !folder.includes('claude'))
  const { code, stdout } = await runCli(missing.folder, ['doctor'], {
    env: {
      PATH: ['/usr/bin', '/bin', ...folders.filter(folder => folder.startsWith('/usr/sbin'))].join(':'),
    },
  })
  expect(code).toBe(1)
  expect(stdout).toMatch(/✗ agents: claude is not installed\n {4}npm install/)
})

test('doctor says that no run can start where there is no plan', async () => {
  const { code, stdout } = await runCli(makeRepository().folder, ['doctor', '--json'])

  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toContainEqual(
    expect.objectContaining({
      area: 'plan',
      level: 'problem',
      text: expect.stringContaining('no plan was found'),
    }),
  )
})

test('doctor says on GitHub what the token may do', async () => {
  const server = createServer((_, response) => response.end(JSON.stringify({ permissions: { push: false } })))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_TOKEN: 'a-token-of-the-job',
    GITHUB_API_URL: `http://127.0.0.1:${port}`,
  }
  const { stdout } = await runCli(makeRepository().folder, ['doctor'], { env })
  server.close()
  expect(stdout).toContain('! github: the token can read o/r but not push to it')
})

test('doctor examines the machine where there is no repository, and says what was not checked', async () => {
  const { code, stdout } = await runCli(makeFolder('none'), ['doctor', '--json'])
  const findings: { area: string; level: string; text: string }[] = JSON.parse(stdout)

  expect(code).toBe(1)
  expect(findings[0]).toMatchObject({
    level: 'problem',
    text: expect.stringContaining('not in a git repository'),
  })
  expect(findings.map(({ area }) => area)).toEqual(expect.arrayContaining(['sandbox', 'agents']))
})
