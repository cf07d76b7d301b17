import { testSandbox } from './sandbox-attack.ts'

// Tries: to read the environment of the harness, in which there is a variable that no agent gets.
// Afterwards: it sees no process of the harness.
testSandbox('see and end processes of the user', {
  script:
    'for p in /proc/[0-9]*; do tr "\\0" "\\n" < $p/environ 2>/dev/null | grep ^PARALLEL_AGENTS_SANDBOX= >> loot; done',
  succeeded: (_, loot) => loot.includes('PARALLEL_AGENTS_SANDBOX'),
})
