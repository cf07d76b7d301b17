import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { DependencyStore } from '../../src/checkouts/dependencies/store.ts'
import { makeFolder } from '../support/repository.ts'

describe('stored dependencies', () => {
  /** npm gives files the time of their archive, or that of the installation. */
  const times = { archive: new Date('1985-10-26T08:15:00Z'), installation: new Date(Date.now() - 1000) }

  function makeInstalled(unpacked: Date = times.archive): string {
    const folder = makeFolder('installed')
    const write = (path: string, text: string, time?: Date) => {
      const file = join(folder, 'node_modules', path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
      if (time !== undefined) utimesSync(file, time, time)
    }
    write('lib/index.js', 'lib', unpacked)
    write('lib/package.json', '{}', unpacked)
    write('native/package.json', '{"scripts":{"install":"make"}}', unpacked)
    write('native/built.node', 'built')
    write('.package-lock.json', '{}')
    return folder
  }
  const inode = (...path: string[]) => lstatSync(join(...path)).ino

  test.each(Object.entries(times))(
    'share files with the time of their %s, but not those that tools change',
    async (_, unpacked) => {
      const store = new DependencyStore(makeFolder('store'), { linked: 'all' })
      const [from, to] = [makeInstalled(unpacked), makeFolder('checkout')]
      await store.keep('key', from, ['node_modules'])

      expect(await store.tryPlace('key', to)).toBe(true)
      expect(readFileSync(join(to, 'node_modules/lib/index.js'), 'utf8')).toBe('lib')
      expect(readFileSync(join(to, 'node_modules/native/built.node'), 'utf8')).toBe('built')
      for (const path of ['node_modules/native/built.node', 'node_modules/.package-lock.json'])
        expect(inode(to, path)).not.toBe(inode(from, path))
      for (const path of ['node_modules/native/package.json', 'node_modules/lib/index.js'])
        expect(inode(to, path)).toBe(inode(from, path))
    },
  )

  test('share nothing where commands are in a sandbox', async () => {
    const store = new DependencyStore(makeFolder('store'), { linked: 'none' })
    const [from, to] = [makeInstalled(), makeFolder('checkout')]
    await store.keep('key', from, ['node_modules'])
    await store.tryPlace('key', to)
    writeFileSync(join(to, 'node_modules/lib/index.js'), 'changed')

    expect(readFileSync(join(from, 'node_modules/lib/index.js'), 'utf8')).toBe('lib')
    expect(await store.tryPlace('key', makeFolder('other'))).toBe(true)
  })

  test('that name places outside of a checkout are not used: they may come from a cache', async () => {
    const folder = makeFolder('store')
    const store = new DependencyStore(folder, { linked: 'all' })
    await store.keep('key', makeInstalled(), ['node_modules'])
    const note = join(folder, 'key/entry.json')
    const entry = readFileSync(note, 'utf8')
    for (const path of ['../node_modules', '/node_modules', 'lib/../../node_modules', '..', '.git', 'src']) {
      writeFileSync(note, entry.replace('"node_modules"', JSON.stringify(path)))
      expect(await store.tryPlace('key', makeFolder('checkout'))).toBe(false)
    }
    writeFileSync(note, entry)
    expect(await store.tryPlace('key', makeFolder('checkout'))).toBe(true)
  })

  test('that lead through a link are not used, and replaced by the next installation', async () => {
    const folder = makeFolder('store')
    const store = new DependencyStore(folder, { linked: 'all' })
    const from = makeInstalled()
    await store.keep('key', from, ['node_modules'])
    renameSync(join(folder, 'key/node_modules'), join(folder, 'outside'))
    symlinkSync(join(folder, 'outside'), join(folder, 'key/node_modules'))
    expect(await store.tryPlace('key', makeFolder('checkout'))).toBe(false)

    await store.keep('key', from, ['node_modules'])
    expect(await store.tryPlace('key', makeFolder('checkout'))).toBe(true)
  })

  test('that a tool has changed are discarded', async () => {
    const folder = makeFolder('store')
    const store = new DependencyStore(folder, { linked: 'all' })
    await store.keep('key', makeInstalled(), ['node_modules'])
    writeFileSync(join(folder, 'key/node_modules/lib/index.js'), 'changed')

    expect(await store.tryPlace('key', makeFolder('checkout'))).toBe(false)
  })

  const asRoot = process.getuid?.() === 0 ? test : test.skip

  asRoot('share only what other users cannot change, where checkouts have users of their own', async () => {
    const store = new DependencyStore(makeFolder('store'), { linked: 'closed' })
    const [from, to, other] = [makeInstalled(), makeFolder('checkout'), makeFolder('other')]
    const modes = { 'lib/index.js': 0o644, 'lib/open.js': 0o666, 'lib/secret.js': 0o600, 'lib/run.js': 0o755 }
    for (const [path, mode] of Object.entries({ ...modes, 'lib/as-owner': 0o4755 })) {
      const file = join(from, 'node_modules', path)
      writeFileSync(file, path)
      chownSync(file, 61184, 61184)
      chmodSync(file, mode)
    }
    await store.keep('key', from, ['node_modules'])
    for (const checkout of [to, other]) expect(await store.tryPlace('key', checkout)).toBe(true)

    const isShared = (path: string) =>
      inode(to, 'node_modules', path) === inode(other, 'node_modules', path) &&
      inode(to, 'node_modules', path) !== inode(from, 'node_modules', path)
    expect(Object.keys(modes).filter(isShared)).toEqual(['lib/index.js'])
    expect(lstatSync(join(to, 'node_modules/lib/index.js')).uid).toBe(0)
    expect(lstatSync(join(to, 'node_modules/lib/as-owner')).mode & 0o7777).toBe(0o755)
  })
})
