import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runAction } from '../support/action.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

// Tries: to set outputs, variables, PATH and the summary of the step by the files that the runner reads, also by a link to another file.
// Afterwards: they hold what the action itself wrote, and nothing was written through the link.
test('an agent that finds the command files of the runner cannot use them', async () => {
  const folder = makeFolder('runner-files')
  const [output, variables, path, summary, victim] = ['output', 'env', 'path', 'summary', 'victim'].map(
    name => {
      writeFileSync(join(folder, name), name === 'victim' ? 'mine' : '')
      return join(folder, name)
    },
  ) as [string, string, string, string, string]
  const repository = makeRepository()
  writePlan(repository, {
    a: {
      script: [
        `printf 'status=forged\\nmerged=forged\\n' >> ${output}`,
        `echo 'NODE_OPTIONS=--require=/tmp/forged.js' >> ${variables}`,
        `echo '# forged' >> ${summary}`,
        `ln -sf ${victim} ${path}`,
        'echo a > a.txt',
      ].join('; '),
    },
  })
  repository.commit('plan')
  const env = {
    GITHUB_OUTPUT: output,
    GITHUB_ENV: variables,
    GITHUB_PATH: path,
    GITHUB_STEP_SUMMARY: summary,
  }
  const { code } = await runAction(repository.folder, { inputs: { command: 'run' }, env })

  expect(code).toBe(0)
  expect([variables, path, victim].map(file => readFileSync(file, 'utf8'))).toEqual(['', '', 'mine'])
  expect(readFileSync(output, 'utf8')).toMatch(/^status<</m)
  expect(readFileSync(output, 'utf8') + readFileSync(summary, 'utf8')).not.toContain('forged')
})
