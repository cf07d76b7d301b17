import { existsSync } from 'node:fs'
import { testSandbox } from './sandbox-attack.ts'

// Tries: to leave a process in a session of its own, with an empty environment, in another folder, that continues when the task has ended.
// Afterwards: it has not gone on.
testSandbox('leave a process that outlives its task', {
  script:
    'cd /; env -i PATH="$PATH" setsid sh -c "sleep 2; echo alive > $TRAP" > /dev/null 2>&1 < /dev/null & cd "$OLDPWD"; sleep 0.5',
  beside: { b: { script: 'sleep 5; echo b > b.txt' } },
  succeeded: ({ trap }) => existsSync(trap),
})
