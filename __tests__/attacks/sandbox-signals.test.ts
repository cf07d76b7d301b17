import { testSandbox } from './sandbox-attack.ts'

// Tries: to end the harness, which works in the user's checkout, before it judges the task.
// Afterwards: it has judged it, and there is a branch.
testSandbox('end the harness', {
  script:
    'for p in /proc/[0-9]*; do if [ "$(readlink $p/cwd)" = "$REPOSITORY" ]; then kill -KILL $(basename $p); fi; done; kill -KILL $PPID',
  succeeded: ({ repository }) => repository.git('for-each-ref', 'refs/heads/agents') === '',
})
