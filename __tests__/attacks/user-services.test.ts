import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { hasOtherUsers, makePathWithout, openToOthers, otherUsersTitle } from '../support/other-user.ts'
import { makeScene } from './scene.ts'

const python = '/usr/bin/python3'
const asRoot = hasOtherUsers && existsSync(python) ? test : test.skip

/** It has the kernel let it go on 8 ms after it was stopped. What it finds of root's in its home, it could move before root looks again. */
const service = `import ctypes, os, socket
class Event(ctypes.Structure): _fields_ = [('v', ctypes.c_void_p), ('signal', ctypes.c_int), ('how', ctypes.c_int), ('pad', ctypes.c_char * 48)]
class Times(ctypes.Structure): _fields_ = [(name, ctypes.c_long) for name in 'abcd']
library = ctypes.CDLL('librt.so.1'); timer = ctypes.c_void_p()
library.timer_create(1, ctypes.byref(Event(None, 18, 0)), ctypes.byref(timer))
server = socket.socket(); server.bind(('127.0.0.1', int(os.environ['PORT']))); server.listen()
while True:
    library.timer_settime(timer, 0, ctypes.byref(Times(0, 0, 0, 8000000)), None)
    try:
        if os.stat(os.environ['HOME'] + '/.gitconfig').st_uid == 0: print('root works beside me', flush=True)
    except OSError: pass
`

// Tries: with a service that goes on while the sandbox has stopped it, to be there when root writes into the place of its user and gives
// files away: links could lead that anywhere.
// Afterwards: root did nothing there beside it, and the agent has got its sign-in all the same.
asRoot(
  `root does not work in the place of a user beside services that are stopped${otherUsersTitle}`,
  async () => {
    const scene = makeScene({ 'service.py': service })
    openToOthers(scene.repository.folder)
    mkdirSync(join(scene.home, '.codex'))
    writeFileSync(join(scene.home, '.codex/auth.json'), '{"tokens":{}}')
    const script = 'sleep 0.5; cp ~/.codex/auth.json $PARALLEL_AGENTS_TASK.txt # codex'
    const ids = ['a', 'b', 'c', 'd']
    const { tasks, run, sandbox } = await scene.run(
      Object.fromEntries(ids.map(id => [id, { script, test: 'sleep 0.2' }])),
      {
        'max-parallel': 2,
        services: { web: { command: `${python} service.py`, ready: 'tcp://localhost:{port}', timeout: 30 } },
        checkout: { ports: {} },
      },
      { args: ['--sandbox', 'auto'], env: { PATH: makePathWithout('bwrap') } },
    )

    expect(sandbox).toBe('user')
    for (const id of ids) {
      expect(tasks[id]).toMatchObject({ outcome: 'succeeded', filesChanged: 1 })
      const log = join(scene.repository.folder, '.git/parallel-agents', run, `${id}.web.log`)
      expect(readFileSync(log, 'utf8')).not.toContain('root works beside me')
    }
  },
  90_000,
)
