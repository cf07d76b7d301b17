import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeFolder } from '../support/repository.ts'
import { hasSandbox } from '../support/sandbox.ts'
import { makeScene } from './scene.ts'

const python = '/usr/bin/python3'
const service = `import ctypes, os, socket, time
library = ctypes.CDLL(None); home = os.environ['HOME'].encode(); folder, link = home + b'/.codex', home + b'/link'
server = socket.socket(); server.bind(('127.0.0.1', int(os.environ['PORT']))); server.listen()
number = 316 if os.uname().machine == 'x86_64' else 276
while True:
    time.sleep(0.0001)
    if library.syscall(number, -100, folder, -100, link, 2) == 0: continue
    for path in folder, link:
        try: os.symlink(os.environ['OUTSIDE'], link)
        except OSError: pass
        try: os.mkdir(folder)
        except OSError: pass
`

// Tries: with a service that exchanges a folder of its home for a link again and again, to have the sign-in of the agent written, or
// deleted, in another folder of the machine.
// Afterwards: nothing was written there, and the tasks have succeeded.
const inSandbox = hasSandbox && existsSync(python) ? test : test.skip
inSandbox(
  'links that come and go beside services lead nothing out of the sandbox',
  async () => {
    const scene = makeScene({ 'service.py': service })
    const outside = makeFolder('outside')
    mkdirSync(join(scene.home, '.codex'))
    writeFileSync(join(scene.home, '.codex/auth.json'), '{"tokens":{}}')
    const script =
      'sleep 0.2; cat ~/.codex/auth.json ~/link/auth.json > $PARALLEL_AGENTS_TASK.txt || true # codex'
    const ids = 'abcd'.split('')
    const { tasks } = await scene.run(
      Object.fromEntries(ids.map(id => [id, { script }])),
      {
        'max-parallel': 2,
        services: { web: { command: `${python} service.py`, ready: 'tcp://localhost:{port}', timeout: 30 } },
        checkout: { ports: {} },
      },
      { args: ['--sandbox', 'auto'], env: { OUTSIDE: outside } },
    )

    expect(readdirSync(outside)).toEqual([])
    for (const id of ids) expect(tasks[id]?.reason).toBe(null)
  },
  90_000,
)
