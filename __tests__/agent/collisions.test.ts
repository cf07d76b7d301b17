import { expect, test } from '@jest/globals'
import { readAgentEnd } from '../../src/agents/agent-end.ts'
import { openAgentReader } from '../../src/agents/agent-start.ts'
import { classifyError } from '../../src/agents/errors/classify-error.ts'
import type { KnownAgent } from '../../src/model/agents/known-agents.ts'
import type { Agent } from '../../src/model/plan.ts'

function endWith(use: KnownAgent, line: string, code: number) {
  const agent: Agent = { kind: 'cli', name: use, use, args: [], env: {} }
  const reader = openAgentReader(agent)
  for (const printed of ['starting', line]) reader.take(printed)
  return readAgentEnd(agent, { kind: 'exited', code, seconds: 1 }, reader)
}

test.each<[KnownAgent, string, string]>([
  [
    'claude',
    'Claude configuration file at /root/.claude.json is corrupted: JSON Parse error: Unexpected EOF',
    'another claude process was using its configuration',
  ],
  ['claude', "EBUSY: resource busy or locked, open '/root/.claude.json'", 'another claude process was using'],
  [
    'codex',
    "Codex couldn't start because another Codex process is using its local data.",
    'another codex process was using its database',
  ],
  [
    'codex',
    'ERROR: failed to initialize sqlite local db at /root/.codex/state_5.sqlite: (code: 5) database is locked',
    'another codex process was using its database',
  ],
  [
    'gemini',
    "Failed to save project registry to /root/.gemini/projects.json: Error: ENOENT: no such file or directory, rename '/root/.gemini/projects.json.tmp'",
    'its files were in use by another gemini',
  ],
  [
    'qwen',
    'Failed to acquire file lock for token refresh: timeout exceeded',
    'another qwen process was using its sign-in',
  ],
  [
    'copilot',
    'Execution failed: Error: database is locked',
    'another copilot process was using its database',
  ],
  ['opencode', 'Failed query:', 'another opencode process was using its database'],
])('%s is started again after meeting another of its kind: %s', (use, line, reason) => {
  expect(endWith(use, line, 1)).toMatchObject({ kind: 'transient', reason: expect.stringContaining(reason) })
  expect(endWith(use, line, 0)).toEqual({ kind: 'done' })
})

test('an exit code that names its reason counts for more', () => {
  expect(endWith('gemini', 'Failed to save project registry', 41).kind).toBe('permanent')
})

test.each([
  [
    'Your access token could not be refreshed because your refresh token was already used. Please log out and sign in again.',
    'transient',
  ],
  ['401 Unauthorized: refresh_token_reused', 'transient'],
  ['spawn ETXTBSY: the program is being updated', 'transient'],
  ['Your session has ended. Please log out and sign in again.', 'permanent'],
])('a token or a program that another process renews passes: %s', (message, kind) => {
  expect(classifyError({ message }, 0).kind).toBe(kind)
})
