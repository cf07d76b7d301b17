import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { DependencyStore } from '../../src/checkouts/dependencies/store.ts'
import { makeFolder } from '../support/repository.ts'

const asRoot = process.getuid?.() === 0 ? test : test.skip

const user = 61_184

describe('stored dependencies of checkouts with users of their own', () => {
  interface Installed {
    readonly folder: string
    write(path: string | Buffer, mode: number): void
  }

  function makeInstalled(): Installed {
    const folder = makeFolder('installed')
    const lib = join(folder, 'node_modules/lib')
    mkdirSync(lib, { recursive: true })
    const write = (path: string | Buffer, mode: number) => {
      const file = Buffer.concat([Buffer.from(`${lib}/`), Buffer.from(path)])
      writeFileSync(file, 'text')
      chownSync(file, user, user)
      chmodSync(file, mode)
    }
    write('index.js', 0o644)
    return { folder, write }
  }

  /** Installs in one checkout, and returns the folder of the package in two others. */
  async function share({ folder }: Installed): Promise<readonly [string, string] | undefined> {
    const store = new DependencyStore(makeFolder('store'), { linked: 'closed' })
    expect(await store.keep('key', folder, ['node_modules'])).toBe(true)
    const checkouts = [makeFolder('checkout'), makeFolder('other')] as const
    for (const checkout of checkouts) if (!(await store.tryPlace('key', checkout))) return undefined
    return [join(checkouts[0], 'node_modules/lib'), join(checkouts[1], 'node_modules/lib')]
  }

  const inode = (...path: string[]) => lstatSync(join(...path)).ino

  // The mode of a group is what an access list allows at most.
  asRoot('do not share what a group or an access list may change', async () => {
    const installed = makeInstalled()
    installed.write('group.js', 0o664)
    const [one, other] = (await share(installed)) ?? ['', '']

    expect(inode(one, 'index.js')).toBe(inode(other, 'index.js'))
    expect(inode(one, 'group.js')).not.toBe(inode(other, 'group.js'))
  })

  asRoot('give every checkout the files that it has to change, also hard links to each other', async () => {
    const installed = makeInstalled()
    installed.write('tool', 0o755)
    const lib = join(installed.folder, 'node_modules/lib')
    linkSync(join(lib, 'tool'), join(lib, 'same-tool'))
    const [one] = (await share(installed)) ?? ['']

    for (const name of ['tool', 'same-tool']) expect(lstatSync(join(one, name)).nlink).toBe(1)
  })

  asRoot('have names in any encoding', async () => {
    const installed = makeInstalled()
    installed.write(Buffer.from([0x61, 0xff, 0x0a, 0x62]), 0o755)
    const [one] = (await share(installed)) ?? ['']

    expect(readdirSync(one, 'buffer').map(name => name.toString('latin1'))).toContain('a\xff\nb')
  })

  asRoot('have no pipes and sockets, through which checkouts could talk', async () => {
    const installed = makeInstalled()
    execFileSync('mkfifo', ['-m', '666', join(installed.folder, 'node_modules/lib/pipe')])
    const [one] = (await share(installed)) ?? ['']

    expect(readdirSync(one)).toEqual(['index.js'])
  })

  asRoot('are not stored with a file of someone else, to which a user may have linked', async () => {
    const installed = makeInstalled()
    const foreign = join(makeFolder('foreign'), 'secret')
    writeFileSync(foreign, 'secret')
    chmodSync(foreign, 0o600)
    linkSync(foreign, join(installed.folder, 'node_modules/lib/secret'))

    expect(await share(installed)).toBeUndefined()
    expect(existsSync(join(installed.folder, 'node_modules/lib/index.js'))).toBe(true)
  })
})
