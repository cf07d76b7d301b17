import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { scanText } from '../../src/secrets/scan-text.ts'

test('a text is scanned whatever the name of its file', async () => {
  const key = ['AKIA', 'IOSFODNN7', 'EXAMPLF'].join('')
  const names = ['new\nline.txt', 'x::end||y', 'a::start', 'a.js']
  const found = await Promise.all(names.map(name => scanText(name, `aws_access_key_id = ${key}\n`)))
  await sleep(50) // what went wrong later would end the process

  expect(found.map(secrets => secrets.length > 0)).toEqual([true, true, true, true])
})
