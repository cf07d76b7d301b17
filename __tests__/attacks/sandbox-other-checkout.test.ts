import { testSandbox } from './sandbox-attack.ts'

// Tries: to change what another agent is writing.
// Afterwards: the branch of the other has only what that wrote.
testSandbox('change the checkout of another task', {
  script: 'sleep 1; for other in "$CHECKOUTS"/b*; do echo evil > "$other/b.txt"; done',
  beside: { b: { script: 'echo good > b.txt; sleep 3' } },
  succeeded: ({ repository }) => {
    const [branch] = repository
      .git('for-each-ref', '--format=%(refname)', 'refs/heads/agents/*/tasks/b')
      .split('\n')
    return branch !== undefined && branch !== '' && repository.show(branch, 'b.txt').includes('evil')
  },
})
