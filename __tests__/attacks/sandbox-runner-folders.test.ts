import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'
import { hasSandbox } from '../support/sandbox.ts'

/** Temporary files and homes are hidden anyway. */
const place = '/var/lib'
const inSandbox = hasSandbox && mayWrite(place) ? test.each : test.skip.each

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

const files: Readonly<Record<string, string>> = {
  '.runner': '{}',
  '.credentials_rsaparams': 'SECRET of the runner',
  '_diag/Worker.log': 'SECRET in its log',
  '_work/_temp/git-credentials.config': 'SECRET of a step',
  '_work/_temp/_runner_file_commands/set_env': 'SECRET=1',
  '_work/other/other/.env': 'SECRET of another repository',
  '_work/_tool/node/1.0/lib/tool': 'a tool',
}

const list = [
  'seen .credentials_rsaparams',
  'seen _diag/Worker.log',
  'seen _work/_temp/_runner_file_commands/set_env',
  'seen _work/_temp/git-credentials.config',
  'seen _work/_tool/node/1.0/lib/tool',
  'seen _work/other/other/.env',
]

// Tries: to read what a runner of GitHub Actions, which runs as the user, keeps around the checkout: its own key, files of steps, other repositories.
// Afterwards: in the sandbox, it could read the tools of earlier steps only.
inSandbox([
  ['auto', ['seen _work/_tool/node/1.0/lib/tool']],
  ['none', list],
])(
  'of what a runner keeps around its checkouts, an agent in the sandbox "%s" reads',
  async (sandbox, seen) => {
    const runner = mkdtempSync(join(place, 'pa-runner-'))
    try {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(runner, path)), { recursive: true })
        writeFileSync(join(runner, path), text)
      }
      const folder = join(runner, '_work/app/app')
      mkdirSync(folder, { recursive: true })
      const repository = makeRepository({}, folder)
      const reads = Object.keys(files).map(
        path => `[ -s ${runner}/${path} ] && echo "seen ${path}" >> seen.txt`,
      )
      writePlan(repository, { a: { script: [...reads, 'true'].join('\n') } })
      const { tasks } = await runToReport(repository, ['--sandbox', sandbox])

      const found = repository
        .show(tasks.a?.branch as string, 'seen.txt')
        .trim()
        .split('\n')
      expect(found.filter(line => line !== 'seen .runner').sort()).toEqual(seen)
    } finally {
      rmSync(runner, { recursive: true })
    }
  },
  60_000,
)
