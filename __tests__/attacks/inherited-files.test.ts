import { spawnSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { cliBundle } from '../support/bundles.ts'
import { writePlan } from '../support/plan.ts'
import { gitEnvironment } from '../support/repository.ts'
import { hasSandbox } from '../support/sandbox.ts'
import { makeScene, untouched } from './scene.ts'

const inSandbox = hasSandbox ? test : test.skip

// Tries: to reach the home through a folder that whoever started the run has open.
// Afterwards: the agent has no such file.
inSandbox(
  'an open folder of the user does not lead out of the sandbox',
  () => {
    const { repository, home, readHome } = makeScene()
    const at = '/proc/self/fd/100'
    writePlan(repository, {
      a: {
        script: `cat ${at}/.ssh/id_ed25519 > loot; echo evil > ${at}/notes.txt; echo a > a.txt; exit 0`,
        files: ['**'],
      },
    })
    const start = `exec 100< "$HOME"; exec "$0" "$1" run --json --sandbox auto`
    const { stdout } = spawnSync('bash', ['-c', start, process.execPath, cliBundle], {
      cwd: repository.folder,
      env: { ...process.env, ...gitEnvironment, HOME: home },
      encoding: 'utf8',
    })
    const { integration } = JSON.parse(stdout) as { integration: { branch: string } }

    expect(repository.show(integration.branch, 'loot')).toBe('')
    expect(readHome()).toEqual(untouched)
  },
  40_000,
)
