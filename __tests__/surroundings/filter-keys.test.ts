import { chmodSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

const vault = `#!/bin/sh
key="$(git rev-parse --git-dir)/vault/keys/default"
[ -f "$key" ] || { echo "vault: no key" >&2; exit 1; }
case $1 in clean) printf 'SEALED:'; cat;; smudge) sed 's/^SEALED://';; esac
`

test('a filter finds the key that it keeps in the git directory of the repository', async () => {
  const repository = makeRepository()
  repository.write({
    '.git/vault/keys/default': 'k',
    '.git/vault.sh': vault,
    '.gitattributes': '*.secret filter=vault\n',
  })
  const script = join(repository.folder, '.git', 'vault.sh')
  chmodSync(script, 0o755)
  symlinkSync('/nowhere', join(repository.folder, '.git', 'dangling'))
  for (const step of ['clean', 'smudge'])
    repository.git('config', `filter.vault.${step}`, `${script} ${step}`)
  repository.git('config', 'filter.vault.required', 'true')
  repository.write({ 'x.secret': 'hush\n' })
  repository.commit('a sealed file')
  writePlan(repository, { a: { script: 'cp x.secret seen.txt; echo more >> x.secret' } })
  const { integration, tasks } = await runToReport(repository, ['plan.yml'])

  expect(tasks.a?.reason).toBeNull()
  expect(repository.show(integration.branch as string, 'seen.txt')).toBe('hush')
  expect(repository.show(integration.branch as string, 'x.secret')).toBe('SEALED:hush\nmore')
})
