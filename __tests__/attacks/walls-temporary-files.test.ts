import { existsSync } from 'node:fs'
import { testWalls } from './walls.ts'

// Tries: to change a file of another program among the temporary files.
// Afterwards: the file is not there.
testWalls('leave a file among the temporary files of the machine', {
  script: 'echo evil > "$TRAP"',
  succeeded: ({ trap }) => existsSync(trap),
})
