import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runAction } from '../support/action.ts'
import { hasOtherUsers, makePathWithout, openToOthers } from '../support/other-user.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'
import { hasSandbox } from '../support/sandbox.ts'

const withSandbox = hasSandbox ? test : test.skip

/** What a runner has that has neither bubblewrap nor socat: `apt-get` and `sudo` write down how they are called. */
function makeRunner(aptGet: string) {
  const folder = makeFolder('path')
  const record = join(folder, '..', 'record')
  const missing = ['bwrap', 'socat', 'apt-get', 'sudo', 'sysctl']
  for (const place of ['/bin', '/usr/bin', '/usr/sbin'])
    for (const name of readdirSync(place))
      if (!missing.includes(name) && !readdirSync(folder).includes(name))
        symlinkSync(join(place, name), join(folder, name))
  const write = (name: string, body: string) =>
    writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $*" >> ${record}\n${body}\n`, { mode: 0o755 })
  write('sudo', '[ "$1" = -n ] && shift; exec "$@"')
  write('apt-get', aptGet.replaceAll('$PATH_FOLDER', folder))
  write('sysctl', ':')
  writeFileSync(record, '')
  mkdirSync(join(folder, '..', 'node'), { recursive: true })
  return { path: folder, readCalls: () => readFileSync(record, 'utf8') }
}

const installs = 'case $1 in install) ln -s /usr/bin/bwrap /usr/bin/socat $PATH_FOLDER;; esac'

async function runOn(runner: ReturnType<typeof makeRunner>, inputs: Readonly<Record<string, string>>) {
  const repository = makeRepository()
  writePlan(repository, { a: { script: 'ls /home > a.txt; echo a >> a.txt', files: ['a.txt'] } })
  const env = { PATH: runner.path, PARALLEL_AGENTS_SANDBOX: 'auto', RUNNER_ENVIRONMENT: 'github-hosted' }
  const end = await runAction(repository.folder, { inputs, env })
  return { ...end, warnings: end.commands.filter(({ name }) => name === 'warning').map(({ text }) => text) }
}

withSandbox('the action installs what the sandbox needs, and says which sandbox there is', async () => {
  const runner = makeRunner(installs)
  const { code, log, warnings } = await runOn(runner, {})

  expect(code).toBe(0)
  expect(runner.readCalls()).toContain('apt-get install --yes --no-install-recommends bubblewrap socat\n')
  expect(log).toContain('sandbox: bubblewrap.')
  expect(warnings).toEqual([])
})

withSandbox(
  'the action says once that there is no sandbox where it cannot be installed, and runs',
  async () => {
    const runner = makeRunner('echo "E: no such package" >&2; exit 100')
    const { code, warnings } = await runOn(runner, {})

    expect(code).toBe(0)
    expect(runner.readCalls()).toMatch(
      /apt-get install.*\n(sudo.*\n)?apt-get update\n(sudo.*\n)?apt-get install/,
    )
    expect(warnings).toEqual([expect.stringContaining('installing it failed: E: no such package')])
  },
)

withSandbox('the action installs nothing when the workflow says so', async () => {
  const runner = makeRunner(installs)
  const { code, warnings } = await runOn(runner, { 'install-sandbox': 'false' })

  expect(code).toBe(0)
  expect(runner.readCalls()).toBe('')
  expect(warnings).toEqual([expect.stringContaining('bubblewrap is not installed')])
})

/** A runner in a container: root, with files of the runner that all users can read. */
function makeContainer() {
  const path = makePathWithout('bwrap', 'socat', 'apt-get', 'sudo', 'sysctl')
  const temporary = openToOthers(makeFolder('runner-temp'))
  const home = openToOthers(makeFolder('runner-home'))
  const files = { event: join(temporary, 'event.json'), token: join(temporary, 'credentials.config') }
  for (const file of Object.values(files)) writeFileSync(file, '{"token":"SECRET"}', { mode: 0o644 })
  writeFileSync(join(home, '.npmrc'), '//registry.example/:_authToken=SECRET\n', { mode: 0o644 })
  return { path, temporary, home, files }
}

const asRoot = hasOtherUsers ? test : test.skip

asRoot(
  'where root has no namespaces, agents are other users, from whom files of the runner are closed',
  async () => {
    const { path, temporary, home, files } = makeContainer()
    const repository = makeRepository({ '.gitignore': '.env\n' })
    openToOthers(repository.folder)
    repository.write({ '.env': 'SECRET' })
    repository.git('config', 'http.https://github.com/.extraheader', 'AUTHORIZATION: basic SECRET')
    const secrets = [...Object.values(files), join(home, '.npmrc'), join(repository.folder, '.env')]
    const closed = [...secrets, join(repository.folder, '.git/config')]
    const script = `id -u > a.txt; for f in ${closed.join(' ')}; do cat "$f" && echo "read $f" >> a.txt; done; ls ${home} && echo home >> a.txt; echo x >> "$GITHUB_OUTPUT" && echo output >> a.txt; exit 0`
    writePlan(repository, { a: { script, files: ['a.txt'] } })
    const modes = () => [...closed, home].map(file => statSync(file).mode & 0o777)
    const before = modes()
    const env = { PATH: path, HOME: home, RUNNER_TEMP: temporary, GITHUB_EVENT_PATH: files.event }
    const sandboxed = { ...env, PARALLEL_AGENTS_SANDBOX: 'auto', RUNNER_ENVIRONMENT: 'github-hosted' }
    const { code, log, commands } = await runAction(repository.folder, { env: sandboxed })
    const branch = repository.git('for-each-ref', '--format=%(refname)', 'refs/heads/agents/*/tasks/a')

    expect(code).toBe(0)
    expect(log).toContain('sandbox: user.')
    expect(log).not.toContain('They can read /')
    expect(commands.filter(({ name }) => name === 'warning')).toEqual([])
    expect(repository.show(branch, 'a.txt')).toMatch(/^6\d{4}$/)
    expect(modes()).toEqual(before)
  },
)

asRoot('files of the runner are as open as before after a step that fails', async () => {
  const { path, temporary, home, files } = makeContainer()
  const repository = makeRepository()
  openToOthers(repository.folder)
  writePlan(repository, { a: { script: 'exit 1', retries: 0 } })
  const env = { PATH: path, HOME: home, RUNNER_TEMP: temporary, GITHUB_EVENT_PATH: files.event }
  const sandboxed = { ...env, PARALLEL_AGENTS_SANDBOX: 'auto', RUNNER_ENVIRONMENT: 'self-hosted' }
  const { code, log } = await runAction(repository.folder, { env: sandboxed })

  expect(code).not.toBe(0)
  expect(log).toContain('sandbox: user.')
  expect(Object.values(files).map(file => statSync(file).mode & 0o777)).toEqual([0o644, 0o644])
})
