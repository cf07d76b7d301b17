import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeAcp } from '../support/acp.ts'
import { hasOtherUsers, makePathWithout, openToOthers, otherUsersTitle } from '../support/other-user.ts'
import { hasSandbox } from '../support/sandbox.ts'
import { makeScene } from './scene.ts'

const python = '/usr/bin/python3'
const write = `open(sys.argv[1], 'w').write('good')`
const orphan = `import os, sys, time
if os.fork(): os._exit(0)
os.setsid(); os.chdir('/'); end = time.time() + 10
`

/** Programs that go on after the turn of their agent, without its session, its variables and its folder. */
const programs = {
  'a process with another session': `import sys, time; time.sleep(1.5); ${write}`,
  'an orphan of another session': `${orphan}time.sleep(1.5); ${write}`,
  'a process that forks and ends all the time': `${orphan}while time.time() < end:
    if os.fork(): os._exit(0)
    if time.time() > end - 5: ${write}
`,
  'a process with a timer that lets it go on': `${orphan}import ctypes
class Event(ctypes.Structure): _fields_ = [('v', ctypes.c_void_p), ('signal', ctypes.c_int), ('how', ctypes.c_int), ('pad', ctypes.c_char * 48)]
class Times(ctypes.Structure): _fields_ = [(name, ctypes.c_long) for name in 'abcd']
library = ctypes.CDLL('librt.so.1'); timer = ctypes.c_void_p()
library.timer_create(1, ctypes.byref(Event(None, 18, 0)), ctypes.byref(timer))
library.timer_settime(timer, 0, ctypes.byref(Times(0, 100000000, 1, 500000000)), None)
while time.time() < end:
    time.sleep(0.01)
    if time.time() > end - 8.5: ${write}
`,
  'a file that lets it go on': `${orphan}import fcntl, signal
os.mkdir(sys.argv[1] + '.d'); f = os.open(sys.argv[1] + '.d', os.O_RDONLY)
try:
    fcntl.fcntl(f, 10, 18); fcntl.fcntl(f, fcntl.F_NOTIFY, 0x8000001f)
except OSError: pass
while time.time() < end:
    time.sleep(0.01)
    if time.time() > end - 8.5: ${write}
`,
}

// Tries: with a process that the harness does not stop with the session, to change what is tested while it is tested. Such a process could
// also put links in the way of the harness while that writes into the checkout, and so leave the sandbox.
// Afterwards: the test has seen what would land, and has failed.
async function attack(program: string, sandbox: 'auto' | 'none' | 'user') {
  const { repository, run } = makeScene({ 'lib.txt': 'good\n' })
  const folder = join(repository.folder, 'programs') // the sandbox shows it
  mkdirSync(folder)
  const start = `[join(stage.cwd, 'program.py'), join(stage.cwd, 'lib.txt')], { env: {}, detached: true, stdio: 'ignore', cwd: '/' }`
  const { acp } = makeAcp(
    `{
      async turn(stage) {
        write(join(stage.cwd, 'lib.txt'), 'bad')
        write(join(stage.cwd, 'program.py'), ${JSON.stringify(program)})
        const { spawn } = await import('node:child_process')
        spawn('${python}', ${start}).unref()
        await sleep(300)
      },
    }`,
    folder,
  ).settings
  const isUser = sandbox === 'user'
  if (isUser) openToOthers(repository.folder)
  execFileSync('chmod', ['-R', 'a+rX', folder])
  const check = 'sleep 3; touch lib.txt.d/x 2>/dev/null; sleep 1; grep -q good lib.txt'
  const report = await run(
    { a: { agent: 'acp', prompt: 'Work.', retries: 0, test: check } },
    { agents: { acp: { acp } } },
    {
      args: ['--sandbox', isUser ? 'auto' : sandbox],
      env: isUser ? { PATH: makePathWithout('bwrap') } : {},
    },
  )
  if (isUser) expect(report.sandbox).toBe('user')
  return report.tasks.a
}

const withPython = existsSync(python) && process.platform === 'linux'
const inSandbox = withPython && hasSandbox ? test : test.skip
const asUser = withPython && hasOtherUsers ? test : test.skip

inSandbox.each(Object.entries(programs))('%s does not run while work is judged', async (_, program) => {
  expect((await attack(program, 'auto'))?.reason).toMatch(/^the test .* ended with exit code 1/)
})

asUser(`an orphan does not run while work is judged, as a user of its own${otherUsersTitle}`, async () => {
  const task = await attack(programs['an orphan of another session'], 'user')

  expect(task?.reason).toMatch(/^the test .* ended with exit code 1/)
})

const anywhere = withPython ? test : test.skip
anywhere('without a sandbox, a process with another session does not run while work is judged', async () => {
  const task = await attack(programs['a process with another session'], 'none')

  expect(task?.reason).toMatch(/^the test .* ended with exit code 1/)
})
