import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readPlainText } from '../../src/files/plain-file.ts'
import { tryReadProcFile } from '../../src/files/read-open-file.ts'
import { makeFolder } from '../support/repository.ts'

/** Bytes of buffers that reading leaves until they are collected. */
function countLeft(read: () => unknown): number {
  read()
  const before = process.memoryUsage().arrayBuffers
  for (let round = 0; round < 50; round++) read()
  return process.memoryUsage().arrayBuffers - before
}

test('reading a small file leaves no large buffers', () => {
  const path = join(makeFolder(), 'small')
  writeFileSync(path, 'a few words')
  expect(countLeft(() => readPlainText(path))).toBeLessThan(1 << 20)
  expect(countLeft(() => tryReadProcFile('self/stat'))).toBeLessThan(1 << 20)
  expect(readPlainText(path)).toBe('a few words')
})

test('a file that is larger than one read is whole, also where a character lies across two reads', () => {
  const path = join(makeFolder(), 'large')
  const text = `x${'ä'.repeat(100_000)}`
  writeFileSync(path, text)
  expect(readPlainText(path)).toBe(text)
})
