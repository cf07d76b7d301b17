import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { hasOtherUsers, makePathWithout, openToOthers, otherUsersTitle } from '../support/other-user.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

const asRoot = hasOtherUsers ? test : test.skip

/** Stands for npm. The owners of what it installs tell whether a checkout has links or files of its own. */
const npm = `#!/bin/sh
rm -rf node_modules
mkdir -p node_modules/lib node_modules/.bin
echo one > node_modules/lib/index.js
printf '#!/bin/sh\\necho tool\\n' > node_modules/lib/tool
chmod 755 node_modules/lib/tool
ln -s ../lib/tool node_modules/.bin/tool
`

asRoot(
  `users of their own share installed files, and can replace them for themselves${otherUsersTitle}`,
  async () => {
    const files = { '.gitignore': 'node_modules/\n', 'package.json': '{}', 'package-lock.json': 'one\n' }
    const repository = makeRepository(files)
    openToOthers(repository.folder)
    const path = makePathWithout('bwrap', 'npm')
    writeFileSync(join(path, 'npm'), npm)
    chmodSync(join(path, 'npm'), 0o755)
    const file = 'node_modules/lib/index.js'
    const script = [
      `[ "$(stat -c '%u %h' ${file})" = "0 2" ]`,
      `if echo changed >> ${file}; then exit 1; fi`,
      `sed -i s/one/own/ ${file} && grep -q own ${file}`,
      'chmod 755 node_modules/lib/tool && [ "$(node_modules/.bin/tool)" = tool ]',
      'npm ci && [ "$(stat -c %u node_modules/lib/index.js)" = "$(id -u)" ]',
    ].join(' && ')
    writePlan(
      repository,
      {
        first: { script: `[ "$(stat -c %u ${file})" = "$(id -u)" ] && echo 1 > first.txt` },
        second: { script: `${script} && echo 2 > second.txt`, needs: ['first'] },
        third: { script: `[ "$(cat ${file})" = one ] && echo 3 > third.txt`, needs: ['second'] },
      },
      { checkout: { dependencies: 'auto' } },
    )
    const env = { PARALLEL_AGENTS_SANDBOX: 'auto', PATH: path, HOME: makeFolder('home') }
    const { sandbox, tasks } = await runToReport(repository, [], { env })

    expect(sandbox).toBe('user')
    expect(Object.values(tasks).map(({ reason, landing }) => [reason, landing])).toEqual(
      Object.keys(tasks).map(() => [null, 'landed']),
    )
  },
)
