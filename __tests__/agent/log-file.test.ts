import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { LogFollower } from '../../src/agents/process/log-file.ts'
import { ProgressFollower } from '../../src/agents/process/progress-file.ts'
import { makeFolder } from '../support/repository.ts'

test('a log is followed line by line, even where characters and lines arrive in parts', () => {
  const path = join(makeFolder(), 'log')
  const log = new LogFollower(path, 0)
  expect(log.readLines()).toEqual([])
  const bytes = Buffer.from('erste Zeile ü\nzweite')
  appendFileSync(path, bytes.subarray(0, 13))
  expect(log.readLines()).toEqual([])
  appendFileSync(path, bytes.subarray(13))
  expect(log.readLines()).toEqual(['erste Zeile ü'])
  expect([...log.readToEnd()].flat()).toEqual(['zweite'])
})

test('progress is what the last good line says', () => {
  const path = join(makeFolder(), 'progress')
  const progress = new ProgressFollower(path)
  expect(progress.read()).toEqual({ percent: null, message: null })
  appendFileSync(
    path,
    '{"percent": 40, "message": "writing \\u001b[31mtests"}\nnonsense\n{"percent": "x"}\n[1]\nnull\n',
  )
  expect(progress.read()).toEqual({ percent: 40, message: 'writing tests' })
  appendFileSync(path, '{"percent": 400}\n')
  expect(progress.read()).toEqual({ percent: 100, message: 'writing tests' })
})
