import { testSandbox } from './sandbox-attack.ts'

// Tries: to change a file in the user's checkout, by its path, through /proc/self/root, through a link and as a hard link.
// Afterwards: the file is as it was.
testSandbox('change a file in the checkout of the user', {
  script: [
    'echo evil >> "$REPOSITORY/README.md"; echo evil >> "/proc/self/root$REPOSITORY/README.md"',
    'ln -s "$REPOSITORY" out; echo evil >> out/README.md; rm out',
    'ln "$REPOSITORY/README.md" hard && echo evil >> hard; rm -f hard',
  ].join('\n'),
  succeeded: ({ repository }) => repository.read('README.md').includes('evil'),
})
