import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { MergeServer } from '../../src/git/merge/merge-server.ts'
import { makeFolder } from '../support/repository.ts'

test('an answer that cannot be read makes merges be asked for in another way', async () => {
  const folder = makeFolder('bin')
  const script = "#!/bin/sh\nwhile read line; do printf '7\\0tree\\0\\0'; done\n"
  writeFileSync(join(folder, 'git'), script, { mode: 0o755 })
  const server = new MergeServer({ directory: folder, env: { PATH: `${folder}:${process.env.PATH}` } })

  expect(await server.tryMerge('a', 'b')).toBeUndefined()
  expect(await server.tryMerge('a', 'b')).toBeUndefined()
})
