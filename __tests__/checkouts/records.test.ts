import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { listStaleRecords, writeRecord } from '../../src/checkouts/databases/records.ts'
import { makeFolder } from '../support/repository.ts'

const settings = { kind: 'commands', create: 'true', drop: 'true', variable: 'URL' } as const

test('a database is recorded although another checkout just removed the folder of the last record', async () => {
  const folder = join(makeFolder('state'), 'databases')
  const written = writeRecord(folder, 'pa_a', settings)
  rmSync(folder, { recursive: true, force: true })

  expect(existsSync(await written)).toBe(true)
  expect(await listStaleRecords(folder)).toEqual([])
})
