import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { testSandbox } from './sandbox-attack.ts'

// Tries: to plant a hook, a setting and an attribute that the user's next git would obey.
// Afterwards: none of them is there.
testSandbox('plant a hook or a setting in the repository', {
  script: [
    'git --git-dir="$REPOSITORY/.git" config core.fsmonitor "touch $TRAP"; printf "[core]\\n\\tfsmonitor = evil\\n" >> "$REPOSITORY/.git/config"',
    'echo "touch $TRAP" > "$REPOSITORY/.git/hooks/post-commit"; echo "* filter=evil" >> "$REPOSITORY/.git/info/attributes"',
  ].join('\n'),
  succeeded: ({ repository }) =>
    repository.read('.git/config').includes('fsmonitor') ||
    ['hooks/post-commit', 'info/attributes'].some(path => existsSync(join(repository.folder, '.git', path))),
})
