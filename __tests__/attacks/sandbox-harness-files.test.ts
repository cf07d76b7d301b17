import { testSandbox } from './sandbox-attack.ts'

// Tries: to read and to write what the harness keeps of the run: other prompts, exit codes, indexes, logs.
// Afterwards: nothing of that is there to be read or written.
testSandbox('reach what the harness keeps of a run', {
  script:
    'echo forged >> "$STATE/a.log"; cat "$STATE/tasks/a/attempt.json" "$STATE/tasks/a/worktree/index" > loot',
  succeeded: (_, loot) => loot !== '',
})
