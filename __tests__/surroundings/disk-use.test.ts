import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readDiskUse } from '../../src/agents/process/resources/folder-size.ts'
import { ResourceBook } from '../../src/agents/process/resources/resource-book.ts'
import { makeFolder } from '../support/repository.ts'

const megabyte = 1 << 20

test('folders share the disk space of files that have hard links in both', async () => {
  const [one, other] = [makeFolder('one'), makeFolder('other')]
  writeFileSync(join(one, 'large'), Buffer.alloc(4 * megabyte, 1))
  const alone = await readDiskUse([one])
  linkSync(join(one, 'large'), join(other, 'linked'))

  expect(alone).toBeGreaterThanOrEqual(4 * megabyte)
  expect(await readDiskUse([one])).toBe(alone - 2 * megabyte)
  expect(await readDiskUse([one, other])).toBeGreaterThanOrEqual(alone)
})

test('a run takes as much disk as the checkouts that exist at the same time', () => {
  const book = new ResourceBook()
  const folder = makeFolder('checkouts')
  const note = (name: string, place: string, diskBytes: number) => {
    const checkout = join(folder, place)
    mkdirSync(checkout, { recursive: true })
    const use = { seconds: 1, cpuSeconds: 1, waitedSeconds: 0, memoryBytes: 1, diskBytes }
    book.noteEnd({}, { name, checkout }, use)
    return book.tryTotal()?.diskBytes
  }
  const first = note('a', '1', 10)
  if (first === undefined) return // no `/proc`

  expect([first, note('b', '2', 20), note('c', '1', 15)]).toEqual([10, 30, 35])
  rmSync(join(folder, '2'), { recursive: true })
  expect(note('d', '3', 19)).toBe(35)
})
