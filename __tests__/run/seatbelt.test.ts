import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { toSeatbeltProfile } from '../../src/sandbox/seatbelt-profile.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'
import { hasSandbox } from '../support/sandbox.ts'

const onFakeMac = hasSandbox ? test : test.skip

const fakeProgram = new URL('../support/sandbox-exec.mjs', import.meta.url)
const fakePlatform = 'data:text/javascript,Object.defineProperty(process,`platform`,{value:`darwin`})'

/** The environment of a Mac: the name of its platform, and a `sandbox-exec` that uses the sandbox of this machine. */
function makeMac(repository: TestRepository) {
  const bin = makeFolder('mac-bin')
  copyFileSync(fakeProgram, join(bin, 'sandbox-exec'))
  chmodSync(join(bin, 'sandbox-exec'), 0o755)
  const home = makeFolder('mac-home')
  for (const path of ['.ssh/key', '.config/mine/settings']) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), path === '.ssh/key' ? 'SECRET' : 'mine')
  }
  return {
    ...{ HOME: home, REPOSITORY: repository.folder, PARALLEL_AGENTS_SANDBOX: '' },
    PATH: `${bin}:${process.env.PATH}`,
    NODE_OPTIONS: `--import=${fakePlatform}`,
    SANDBOX_PROFILES: join(bin, 'profiles'),
  }
}

onFakeMac(
  'on macOS commands cannot read the home and the repository, nor change what is outside',
  async () => {
    const repository = makeRepository({})
    const env = makeMac(repository)
    const home = env.HOME
    const script = `{
    cat ${home}/.ssh/key && echo LEAK
    cat "$REPOSITORY"/.git/config && echo LEAK
    ls ${home}
    cat ~/.config/mine/settings
    echo x > "$REPOSITORY/out" || echo closed
    echo x > ${home}/out || echo closed
    test "$HOME" = ${home} || echo own
    echo x > "$TMPDIR/own" && echo temporary
  } > seen.txt 2>/dev/null; git add seen.txt; git commit -qm "own commit"`
    writePlan(
      repository,
      { a: { script }, b: { script: 'cat seen.txt > b.txt', needs: ['a'] } },
      {
        'home-files': ['~/.config/mine'],
        integration: { test: 'cat b.txt' },
      },
    )
    const report = await runToReport(repository, ['--sandbox', 'seatbelt'], { env })

    expect(report).toMatchObject({ sandbox: 'seatbelt' })
    expect(repository.git('show', `${report.integration?.branch}:b.txt`)).toBe(
      'mineclosed\nclosed\nown\ntemporary',
    )
    expect(existsSync(join(repository.folder, 'out'))).toBe(false)
    expect(readFileSync(env.SANDBOX_PROFILES, 'utf8')).toContain('(deny appleevent-send)')
  },
)

onFakeMac(
  'on macOS there is no sandbox by default, and the notice says how to try the one that there is',
  async () => {
    const repository = makeRepository({})
    writePlan(repository, { a: { script: 'echo a > a.txt' } })
    const env = makeMac(repository)
    const report = await runToReport(repository, [], { env })

    expect(report).toMatchObject({ sandbox: 'none' })
    expect(existsSync(env.SANDBOX_PROFILES)).toBe(false)
  },
)

test('the rules for deeper folders come later, and paths cannot end their text', () => {
  const profile = toSeatbeltProfile({
    writable: ['/none/home/checkouts/a"b\\c'],
    hidden: ['/none/home', '/none/home/project/.git'],
    readable: ['/none/home/project', '/none/home/project/.git/objects'],
    ...{
      blank: ['/none/home/project/.env'],
      shown: [],
      overlays: [],
      home: { from: '/none/own', at: '/own' },
    },
    ...{ memoryBytes: undefined, keyFilter: undefined, bridges: undefined },
  })
  const rules = profile.split('\n').filter(line => line.includes('/none/'))

  expect(rules).toEqual([
    '(deny file-read-data file-read-xattr (subpath "/none/home"))',
    '(allow file-read-data file-read-xattr (subpath "/none/own"))',
    '(allow file-read-data file-read-xattr (subpath "/none/home/project"))',
    '(deny file-read-data file-read-xattr (subpath "/none/home/project/.git"))',
    '(allow file-read-data file-read-xattr (subpath "/none/home/checkouts/a\\"b\\\\c"))',
    '(allow file-read-data file-read-xattr (subpath "/none/home/project/.git/objects"))',
    '(allow file-write* (subpath "/none/own"))',
    '(allow file-write* (subpath "/none/home/checkouts/a\\"b\\\\c"))',
    '(deny file-read-data file-write* (literal "/none/home/project/.env"))',
  ])
})
