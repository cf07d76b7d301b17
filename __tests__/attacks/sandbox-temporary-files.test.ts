import { existsSync } from 'node:fs'
import { testSandbox } from './sandbox-attack.ts'

// Tries: to change a file of another program among the temporary files.
// Afterwards: the file is not there.
testSandbox('leave a file among the temporary files of the machine', {
  script: 'echo evil > "$TRAP"',
  succeeded: ({ trap }) => existsSync(trap),
})
