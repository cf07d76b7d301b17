import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runAction } from '../support/action.ts'
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
