import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { replaceVariables } from '../../src/checkouts/files/env-file.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'

const secret = 'TOKEN=a-very-secret-token-of-the-user\n'
const ignore = { '.gitignore': '.env*\n*.key\ncache/\n' }
const checkout = { copy: ['.env.local', 'config/*.key'] }

function holds(repository: TestRepository, text: string): boolean {
  const ids = repository
    .git('rev-list', '--objects', '--all')
    .split('\n')
    .map(line => line.split(' ')[0] as string)
  return ids.some(id => repository.git('cat-file', '-p', id).includes(text))
}

/** A link to a pipe that is never written to. */
function toPipe(path: string): void {
  execFileSync('mkfifo', [`${path}.pipe`])
  symlinkSync(`${path}.pipe`, path)
}

describe('files that git ignores', () => {
  test('are copied where the plan or .worktreeinclude names them, for tasks and trees under test', async () => {
    const repository = makeRepository({ ...ignore, '.worktreeinclude': '.env.shared\nREADME.md\nopen.txt\n' })
    repository.write({
      '.env.local': secret,
      'config/a.key': 'k',
      '.env.shared': 's',
      '.env.other': 'o',
      'open.txt': 'o',
    })
    const list = 'ls -A . config | tr "\\n" " "'
    writePlan(
      repository,
      { a: { script: `${list} > list.txt; cat .env.local config/a.key >> $PARALLEL_AGENTS_REPORT_FILE` } },
      {
        checkout,
        integration: { test: 'grep -q secret .env.local && [ ! -e .env.other ]' },
      },
    )
    const { tasks, integration } = await runToReport(repository)
    const listed = repository.show(tasks.a?.branch as string, 'list.txt')

    expect(listed).toMatch(/\.env\.local \.env\.shared /)
    expect(listed).not.toMatch(/\.env\.other|open\.txt/)
    expect(tasks.a?.summary).toBe('TOKEN=***\nk')
    expect(integration.tests).toBe('passed')
  })

  test('get the values of the checkout where they assign variables', async () => {
    const repository = makeRepository(ignore)
    repository.write({ '.env.local': `# ports\nexport WEB_PORT=3000\nOTHER=1\n` })
    const ports = { from: 21_500, count: 1 }
    writePlan(
      repository,
      { a: { script: '. ./.env.local; echo $WEB_PORT $PORT > ports.txt' } },
      { checkout: { ...checkout, ports, env: { WEB_PORT: '{port}' } } },
    )
    const { tasks } = await runToReport(repository)
    const [web, port] = repository.show(tasks.a?.branch as string, 'ports.txt').split(' ')

    expect(web).toBe(port)
    expect(repository.read('.env.local')).toContain('WEB_PORT=3000')
  })

  test.each([
    ['stages it by force', 'git add -f .env.local && git commit -qm x'],
    [
      'commits it and takes that back',
      'git add -f .env.local && git commit -qm x && git reset -q --hard HEAD~1 && echo a > a',
    ],
    ['changes what git ignores', 'echo "!.env.local" > .gitignore'],
    ['gives it another name', 'cp .env.local plain.txt; echo a > a.txt'],
    ['prints it', 'cat .env.local; cp .env.local $PARALLEL_AGENTS_REPORT_FILE; echo a > a.txt'],
    ['sends it to another task', 'parallel-agents message all "$(cat .env.local)"; echo a > a.txt; exit 1'],
  ])('never get onto a ref when an agent %s', async (_, script) => {
    const repository = makeRepository(ignore)
    repository.write({ '.env.local': secret })
    const identity = 'git config user.name A; git config user.email a@x'
    writePlan(repository, { a: { script: `${identity}; ${script}`, retries: 0 } }, { checkout })
    await runToReport(repository)

    expect(holds(repository, 'Test')).toBe(true)
    expect(holds(repository, 'a-very-secret-token')).toBe(false)
  })

  test('are not copied where git would not ignore them: the message says what to add', async () => {
    const repository = makeRepository()
    repository.write({ '.env.local': secret })
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, { checkout })
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'infrastructure-error' })
    expect(tasks.a?.reason).toMatch(/git does not ignore there[\s\S]*\/\.env\.local/)
  })

  test('are refused in a branch where an agent writes their secrets into another file', async () => {
    const repository = makeRepository(ignore)
    repository.write({ '.env.local': secret })
    const script = '(echo "# mine"; cat .env.local) > plain.txt'
    writePlan(repository, { a: { script, retries: 0 } }, { checkout })
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('the value of TOKEN'),
    })
  })

  test('may be links to files outside, and of any size', async () => {
    const repository = makeRepository(ignore)
    const outside = join(makeFolder('outside'), 'env')
    writeFileSync(outside, secret)
    symlinkSync(outside, join(repository.folder, '.env.local'))
    mkdirSync(join(repository.folder, 'config'))
    writeFileSync(join(repository.folder, 'config/a.key'), '')
    truncateSync(join(repository.folder, 'config/a.key'), 2 ** 31)
    const script = 'grep -c secret .env.local > a.txt; stat -c %s config/a.key >> a.txt'
    writePlan(repository, { a: { script } }, { checkout })
    const { tasks } = await runToReport(repository)

    expect(repository.show(tasks.a?.branch as string, 'a.txt')).toBe(`1\n${2 ** 31}`)
  })

  test.each([
    ['a link to nothing', (path: string) => symlinkSync('/nowhere', path)],
    ['a link to a folder', (path: string) => symlinkSync('/tmp', path)],
    ['a link to a pipe', toPipe],
  ])('that are %s are refused if the plan names them, and left out of .worktreeinclude', async (_, make) => {
    const repository = makeRepository({ ...ignore, '.worktreeinclude': '.env.shared\n' })
    make(join(repository.folder, '.env.shared'))
    writePlan(repository, { a: { script: 'echo a > a.txt' } })
    const { tasks } = await runToReport(repository)
    writePlan(repository, { b: { script: 'echo b > b.txt' } }, { checkout: { copy: ['.env.shared'] } })
    const second = await runToReport(repository)

    expect(tasks.a?.outcome).toBe('succeeded')
    expect(second.tasks.b?.reason).toMatch(/names \.env\.shared, which is .*: it cannot be copied/)
  })

  test('are not written through a link that a checkout has in their place', async () => {
    const repository = makeRepository(ignore)
    const outside = makeFolder('outside')
    symlinkSync(outside, join(repository.folder, 'config'))
    repository.commit('a link')
    rmSync(join(repository.folder, 'config'))
    repository.write({ 'config/a.key': 'secret key' })
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, { checkout })
    const { tasks } = await runToReport(repository)

    expect(tasks.a?.outcome).toBe('infrastructure-error')
    expect(readdirSync(outside)).toEqual([])
  })
})

describe('a shared folder', () => {
  test('is a link to that of the user, and no change of the task', async () => {
    const repository = makeRepository(ignore)
    mkdirSync(join(repository.folder, 'cache'))
    writeFileSync(join(repository.folder, 'cache/big'), 'cached')
    writePlan(
      repository,
      { a: { script: 'cp cache/big a.txt; echo more > cache/new; git add -A' } },
      { checkout: { link: ['cache'] } },
    )
    const { tasks } = await runToReport(repository)

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', filesChanged: 1 })
    expect(repository.read('cache/new')).toBe('more\n')
  })
})

describe('what git tracks', () => {
  test.each([
    ['a linked file', { link: ['tracked/file'] }, '`checkout.link` names tracked/file'],
    ['a linked folder', { link: ['tracked'] }, '`checkout.link` names tracked'],
    ['a database', { database: { sqlite: 'tracked/file' } }, '`checkout.database` names tracked/file'],
  ])('is refused as %s: the task would lose it, or commit another one', async (_, settings, message) => {
    const repository = makeRepository({ 'tracked/file': 'text' })
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, { checkout: settings })
    const { tasks } = await runToReport(repository)

    expect(tasks.a?.outcome).toBe('infrastructure-error')
    expect(tasks.a?.reason).toContain(message)
    expect(tasks.a?.reason).toContain('git tracks')
  })
})

describe('an env file', () => {
  test.each([
    ['PORT=1 # first', 'PORT=4000 # first'],
    ['export PORT="a\nb"\nX=1', 'export PORT=4000\nX=1'],
    ["PORT = 'x'", 'PORT = 4000'],
    ['# PORT=1\nMY_PORT=1', '# PORT=1\nMY_PORT=1'],
    ['NAME=', 'NAME="two words"'],
    ['PORT=1\r\nA=1\r\nPORT=\r\n', 'PORT=4000\r\nA=1\r\nPORT=4000\r\n'],
    ['PORT= # mine', 'PORT= 4000 # mine'],
    ['PORT="1" # mine', 'PORT=4000 # mine'],
    ['URL=http://a/#PORT', 'URL=http://a/#PORT'],
    ['CITY=Orl\xe9ans\nPORT=1', 'CITY=Orl\xe9ans\nPORT=4000'],
    ['\xef\xbb\xbfPORT=1', '\xef\xbb\xbfPORT=4000'],
  ])('%j becomes %j', (before, after) => {
    const values = { PORT: '4000', NAME: 'two words' }
    expect(replaceVariables(Buffer.from(before, 'latin1'), values).toString('latin1')).toBe(after)
  })
})
