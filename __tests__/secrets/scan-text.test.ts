import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { scanText } from '../../src/secrets/scan-text.ts'

test('a text is scanned whatever the name of its file', async () => {
  const token = `ghp_${'aB3dE6gH9j'.repeat(4).slice(0, 36)}`
  const names = ['new\nline.txt', 'x::end||y', 'a::start', 'a.js']
  const found = await Promise.all(names.map(name => scanText(name, `const t = '${token}'\n`)))
  await sleep(50) // what went wrong later would end the process

  expect(found.map(secrets => secrets.length > 0)).toEqual([true, true, true, true])
})
