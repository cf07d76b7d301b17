import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from '@jest/globals'
import { toCheckouts } from '../support/checkouts.ts'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'
import { hasOverlays, hasSandbox } from '../support/sandbox.ts'
import { until } from '../support/until.ts'

const inSandbox = hasSandbox ? test : test.skip

/** A home with tools, caches, keys and settings. */
function makeHome(): string {
  const home = makeFolder('home')
  const files = {
    '.volta/bin/tool': '#!/bin/sh\necho volta\n',
    '.local/share/thing/bin/linked': '#!/bin/sh\necho linked\n',
    '.npm/_cacache/fetched': 'fetched',
    '.cargo/credentials.toml': 'token = "SECRET"',
    '.ssh/id_ed25519': 'SECRET',
    '.npmrc': 'registry=https://registry.example/\n//registry.example/:_authToken=SECRET\n',
    '.config/mine/settings': 'mine',
    '.claude/.credentials.json': '{"claudeAiOauth":{"accessToken":"old","refreshToken":"SECRET"}}',
    '.claude.json': '{"userID":"me","projects":{"other":"SECRET"}}',
    '.codex/auth.json': 'SECRET',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  mkdirSync(join(home, '.local/bin'))
  symlinkSync('../share/thing/bin/linked', join(home, '.local/bin/linked'))
  for (const path of ['.volta/bin/tool', '.local/share/thing/bin/linked']) chmodSync(join(home, path), 0o755)
  return home
}

/** The sandbox as a plan has it that does not speak of it. */
const asPlanned = { PARALLEL_AGENTS_SANDBOX: '' }

inSandbox(
  'commands in the sandbox have the tools, caches and settings of the user, and no keys',
  async () => {
    const home = makeHome()
    const repository = makeRepository({ 'packages/app/.env.example': 'SHOWN\n' })
    writeFileSync(join(repository.folder, '.git/info/exclude'), '.env\n')
    repository.write({ 'packages/app/.env': 'SECRET' })
    const script = `{
    tool; linked; echo "home=$HOME"
    cat ~/.npm/_cacache/fetched; echo; echo changed > ~/.npm/_cacache/fetched; cat ~/.npm/_cacache/fetched
    cat ~/.npmrc ~/.config/mine/settings; echo
    grep -rs "SEC""RET" ~ "$REPOSITORY" && echo LEAK
    cat "$REPOSITORY/packages/app/.env.example"
    echo "agent=$SSH_AUTH_SOCK"
  } > seen.txt 2>&1
  git add seen.txt; git commit -qm "own commit"; exit 0`
    writePlan(
      repository,
      {
        a: {
          script,
          setup: 'echo fetched by setup > ~/.npm/_cacache/more',
          test: 'cat ~/.npm/_cacache/more',
        },
      },
      { 'home-files': ['~/.config/mine'] },
    )
    const PATH = `${home}/.volta/bin:${home}/.local/bin:${process.env.PATH}`
    const env = { ...asPlanned, HOME: home, PATH, REPOSITORY: repository.folder, SSH_AUTH_SOCK: '/tmp/agent' }
    const report = await runToReport(repository, [], { env })
    const seen = repository.show(report.tasks.a?.branch as string, 'seen.txt')

    expect(report.sandbox).toBe('bubblewrap')
    expect(report.stderr).toContain('sandbox: bubblewrap')
    expect(seen.split('\n').filter(line => line !== '')).toEqual(
      [
        ...['volta', 'linked', `home=${home}`],
        ...(hasOverlays ? ['fetched', 'changed'] : ['', 'changed']),
        ...['registry=https://registry.example/', 'mine', 'SHOWN', 'agent='],
      ].filter(line => line !== ''),
    )
    expect(readFileSync(join(home, '.npm/_cacache/fetched'), 'utf8')).toBe('fetched')
  },
)

inSandbox('pnpm has its programs in the sandbox, and can write to its store beside them', async () => {
  const home = makeFolder('home')
  const folder = join(home, '.local/share/pnpm')
  mkdirSync(join(folder, 'store/v3'), { recursive: true })
  writeFileSync(join(folder, 'pnpm'), '#!/bin/sh\necho new > ~/.local/share/pnpm/store/v3/file', {
    mode: 0o755,
  })
  const repository = makeRepository()
  writePlan(repository, { a: { script: 'pnpm && cat ~/.local/share/pnpm/store/v3/file > a.txt' } })
  const env = { ...asPlanned, HOME: home, PATH: `${folder}:${process.env.PATH}` }
  const { tasks } = await runToReport(repository, [], { env })

  expect(tasks.a?.outcome).toBe('succeeded')
  expect(readdirSync(join(folder, 'store/v3'))).toEqual([])
})

inSandbox('an agent is signed in as the user is, alone, and renewed tokens come back', async () => {
  const home = makeHome()
  const repository = makeRepository()
  const look = '{ ls -A ~/.claude; ls -A ~/.codex; } 2>/dev/null'
  const agent = `: claude; cat ~/.claude.json > seen.txt; ${look} >> seen.txt; sed -i s/old/new/ ~/.claude/.credentials.json`
  writePlan(repository, { a: { script: agent, test: `[ -z "$(${look} | grep credentials)" ]` } })
  const report = await runToReport(repository, [], { env: { ...asPlanned, HOME: home } })
  const seen = repository.show(report.tasks.a?.branch as string, 'seen.txt')

  expect(report.tasks.a?.outcome).toBe('succeeded')
  expect(seen).toBe('{"userID":"me"}.credentials.json')
  expect(readFileSync(join(home, '.claude/.credentials.json'), 'utf8')).toContain('"accessToken":"new"')
})

inSandbox(
  'an agent that lies where nothing is shown can be started, with its package and without its keys',
  async () => {
    const folder = makeFolder('agent')
    const files = {
      'package.json': '{ "type": "module" }',
      '.env': 'SECRET',
      'lib/text.js': "export const text = 'written\\n'\n",
      'bin/agent.js': `import { readFileSync, writeFileSync } from 'node:fs'
import { text } from '../lib/text.js'
let key = ''
try { key = readFileSync(new URL('../.env', import.meta.url), 'utf8') } catch { }
writeFileSync('a.txt', text + key)
`,
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const repository = makeRepository()
    writePlan(
      repository,
      { a: { agent: 'mine' } },
      { agents: { mine: { command: `FLAG=1 exec node --no-warnings '${join(folder, 'bin/agent.js')}'` } } },
    )
    const report = await runToReport(repository, [], { env: { ...asPlanned, HOME: makeFolder('home') } })

    expect(report.tasks.a).toMatchObject({ outcome: 'succeeded', reason: null })
    expect(repository.show(report.tasks.a?.branch as string, 'a.txt')).toBe('written')
  },
)

test('a run works without bubblewrap, and says once how to install it', async () => {
  const repository = makeRepository()
  const bin = makeFolder('bin')
  for (const program of [
    'git',
    'sh',
    'node',
    'env',
    'sleep',
    'rm',
    'find',
    'chmod',
    'ps',
    'cat',
    'nice',
    'grep',
  ])
    symlinkSync(
      execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim(),
      join(bin, program),
    )
  writePlan(repository, { a: { script: 'echo a > a.txt' }, b: { script: 'echo b > b.txt' } })
  const report = await runToReport(repository, [], { env: { ...asPlanned, PATH: bin } })

  expect(report.status).toBe('landed')
  expect(report.sandbox).toBe('none')
  expect(report.stderr.match(/sudo apt-get install bubblewrap/g)).toHaveLength(1)
})

inSandbox(
  'a repository that a command makes has the author of the user, and local submodules can be filled',
  async () => {
    const library = makeRepository({ 'lib.c': 'v1\n' })
    const repository = makeRepository({ 'a.txt': 'a\n' })
    repository.git('config', 'user.name', 'Some "One" Else')
    repository.git('config', 'user.email', 'one@example.com')
    repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.folder, 'lib')
    repository.git('commit', '--quiet', '--message=library')
    const script = `unset GIT_CONFIG_GLOBAL; git init -q /tmp/r && cd /tmp/r && git commit -q --allow-empty -m x
    git log -1 --format='%an <%ae>' > "$OLDPWD/author.txt"`
    const setup = 'git -c protocol.file.allow=always submodule --quiet update --init && cat lib/lib.c'
    writePlan(repository, { a: { script, setup, files: ['author.txt'] } })
    const report = await runToReport(repository, [], { env: { ...asPlanned, HOME: makeFolder('home') } })

    expect(report.tasks.a).toMatchObject({ outcome: 'succeeded', reason: null })
    expect(repository.show(report.tasks.a?.branch as string, 'author.txt')).toBe(
      'Some "One" Else <one@example.com>',
    )
  },
)

inSandbox('submodules in local submodules can be filled, also those with a relative URL', async () => {
  const file = ['-c', 'protocol.file.allow=always', 'submodule', '--quiet']
  const inner = makeRepository({ 'inner.c': 'inner\n' })
  const library = makeRepository({ 'lib.c': 'v1\n' })
  library.git(...file, 'add', inner.folder, 'inner')
  library.commit('inner')
  const repository = makeRepository()
  repository.git(...file, 'add', relative(repository.folder, library.folder), 'lib')
  repository.git(...file, 'update', '--init', '--recursive')
  repository.commit('library')
  const setup = 'git -c protocol.file.allow=always submodule --quiet update --init --recursive'
  writePlan(repository, { a: { script: 'cat lib/inner/inner.c > a.txt', setup } })
  const report = await runToReport(repository, [], { env: { ...asPlanned, HOME: makeFolder('home') } })

  expect(report.tasks.a).toMatchObject({ outcome: 'succeeded', reason: null })
  expect(repository.show(report.tasks.a?.branch as string, 'a.txt')).toBe('inner')
})

inSandbox(
  'a repository that borrows its objects from others, by relative paths too, is whole in the sandbox',
  async () => {
    const lender = makeRepository({ 'a.txt': 'a\n' })
    const repository = makeRepository()
    const middle = makeFolder('middle')
    repository.git('clone', '--quiet', '--bare', '--shared', lender.folder, middle)
    repository.git('fetch', '--quiet', lender.folder, 'main')
    repository.git('reset', '--quiet', '--hard', 'FETCH_HEAD')
    const objects = join(repository.folder, '.git/objects')
    const path = relative(objects, join(middle, 'objects'))
    rmSync(objects, { recursive: true })
    mkdirSync(join(objects, 'info'), { recursive: true })
    writeFileSync(join(objects, 'info/alternates'), `${path}\n`)
    writePlan(repository, {
      a: { script: 'git log -1 --format=%s > log.txt && git add -A && git commit -qm mine' },
    })
    const report = await runToReport(repository, [], { env: asPlanned })

    expect(report.tasks.a).toMatchObject({ outcome: 'succeeded', reason: null })
  },
)

test('what the sandbox covers is said where a command runs, and only there', async () => {
  const repository = makeRepository()
  writePlan(repository, { a: { script: 'echo a > a.txt' } })
  const env = asPlanned
  const { stderr } = await runCli(repository.folder, ['run'], { env })
  const quiet = await runCli(repository.folder, ['rollback', 'a', '--dry-run'], { env })

  expect(stderr.match(/sandbox/g)?.length).toBeGreaterThan(0)
  expect(quiet).toMatchObject({ code: 0, stderr: expect.not.stringContaining('sandbox') })
})

inSandbox('a checkout that someone deletes does not count as an attempt of its agent', async () => {
  const repository = makeRepository()
  const script = `if [ -e "${repository.folder}/gone" ]; then echo a > a.txt; else echo > begun; sleep 2; fi`
  writePlan(repository, { a: { script, retries: 0 } }, { 'backoff-seconds': [0.1] })
  const running = runToReport(repository, [], { env: asPlanned })
  const listBegun = () =>
    readdirSync(toCheckouts(repository), { recursive: true, encoding: 'utf8' }).filter(path =>
      path.endsWith('begun'),
    )
  await until(() => existsSync(toCheckouts(repository)) && listBegun().length > 0)
  rmSync(join(toCheckouts(repository), dirname(listBegun()[0] as string)), { recursive: true })
  repository.write({ gone: '' })
  const { tasks } = await running

  expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1 })
})
