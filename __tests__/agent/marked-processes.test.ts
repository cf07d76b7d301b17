import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { endMarkedProcesses } from '../../src/agents/process/marked-processes.ts'
import { toRunMarks } from '../../src/run/command-environment.ts'
import type { RunPaths } from '../../src/run/run-paths.ts'
import { until } from '../support/until.ts'

const marksOf = (worktrees: string) =>
  toRunMarks({ run: '20260101-000000-abcd', paths: { worktrees } as RunPaths })

test('clones that work on one run on the same machine end only their own processes', async () => {
  if (!existsSync('/proc/self/environ')) return
  const child = spawn('sleep', ['60'], { env: { PATH: process.env.PATH, ...marksOf('/clone-a/worktrees') } })
  await new Promise(resolve => child.once('spawn', resolve))
  await endMarkedProcesses(marksOf('/clone-b/worktrees'))
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(child.signalCode).toBeNull()

  await endMarkedProcesses(marksOf('/clone-a/worktrees'))
  await until(() => child.signalCode === 'SIGKILL')
})
