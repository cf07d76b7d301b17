import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { testSandbox } from './sandbox-attack.ts'

// Tries: to put a file among the objects of the repository, and a path of another repository among its alternates.
// Afterwards: neither is there.
testSandbox('write among the objects of the repository', {
  script:
    'echo /evil/objects > "$REPOSITORY/.git/objects/info/alternates"; echo x > "$REPOSITORY/.git/objects/evil"',
  succeeded: ({ repository }) => existsSync(join(repository.folder, '.git', 'objects', 'evil')),
})
