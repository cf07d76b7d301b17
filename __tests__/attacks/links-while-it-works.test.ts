import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { hasSandbox } from '../support/sandbox.ts'
import { makeScene } from './scene.ts'

const python = '/usr/bin/python3'
const exchange = `import ctypes, os, time
library = ctypes.CDLL(None); end = time.time() + 20; round = 0
os.symlink(os.environ['REPOSITORY'], 'l'); os.makedirs('d/.git')
open('a.txt', 'w').write('a')
while time.time() < end:
    library.syscall(316 if os.uname().machine == 'x86_64' else 276, -100, b'd', -100, b'l', 2)
    round += 1
    if round % 5000: continue
    for name in '/.git/HEAD', '/.gitattributes', '/.gitignore':
        try: os.mkfifo(('l' if os.path.islink('d') else 'd') + name)
        except OSError: pass
    open('a.txt', 'w').write(str(round))
`
const inSandbox = hasSandbox && existsSync(python) ? test : test.skip

// Tries: to have files deleted in the user's checkout by the forecast, which looks at the checkout of an agent at work: it exchanges a
// folder with pipes for a link to the user's, again and again.
// Afterwards: the user's files are there.
inSandbox(
  'links that come and go while an agent works lead no deletion out of the sandbox',
  async () => {
    const scene = makeScene({ '.gitattributes': '# mine\n', '.gitignore': 'mine\n' })
    const { folder } = scene.repository
    const program = join(folder, 'exchange.py')
    writeFileSync(program, exchange)
    await scene.run(
      {
        a: { script: `${python} "$REPOSITORY/exchange.py"; rm -rf d l; echo a > a.txt` },
        b: { script: 'for i in $(seq 20); do echo $i > b.txt; sleep 1; done' },
      },
      { integration: { 'forecast-seconds': 1 } },
      { args: ['--sandbox', 'auto'] },
    )

    const names = ['.gitattributes', '.gitignore', '.git/HEAD']
    expect(names.filter(name => !existsSync(join(folder, name)))).toEqual([])
  },
  60_000,
)
