import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import { testSandbox } from './sandbox-attack.ts'

// Tries: to speak to a service of the machine by its socket in a folder that agents may read, such as that of LXD in /var/lib.
// Afterwards: it has got no answer. Only root can make such a folder.
const isRoot = process.getuid?.() === 0
const folder = isRoot ? mkdtempSync('/var/lib/pa-socket-') : ''
const path = join(folder, 'socket')
const service = createServer(socket => socket.on('error', () => {}).end('reached'))

beforeAll(() => {
  if (isRoot) service.listen(path)
})
afterAll(() => {
  service.close()
  if (isRoot) rmSync(folder, { recursive: true })
})

if (isRoot)
  testSandbox('reach a socket of a service outside of hidden folders', {
    script: `node -e 'const c = require("node:net").connect("${path}"); c.on("data", d => process.stdout.write(d)).on("error", () => process.exit(0))' > loot`,
    succeeded: (_, loot) => loot.includes('reached'),
  })
