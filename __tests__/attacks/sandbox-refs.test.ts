import { testSandbox } from './sandbox-attack.ts'

// Tries: to move a branch of the user's repository.
// Afterwards: the branch is where it was.
testSandbox('move a branch of the repository', {
  script:
    'git commit -q --allow-empty -m evil; git --git-dir="$REPOSITORY/.git" update-ref refs/heads/evil "$(git --git-dir="$REPOSITORY/.git" rev-parse main || git rev-parse HEAD~1)" || echo "$(git rev-parse HEAD~1)" > "$REPOSITORY/.git/refs/heads/evil"',
  succeeded: ({ repository }) => repository.git('branch', '--list', 'evil') !== '',
})
