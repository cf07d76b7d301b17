import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeAcp } from '../support/acp.ts'
import { runCli, runToReport } from '../support/cli.ts'
import { makeFakeClis } from '../support/fake-cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'
import { hasSandbox } from '../support/sandbox.ts'

/** Opens no session before it was told to sign in with its key. */
const signsIn = `{
  methods: {
    authenticate: ({ methodId }) => { globalThis.method = methodId; return {} },
    'session/new': ({ cwd }) => {
      if (globalThis.method !== 'api-key') throw Object.assign(new Error(), { rpc: { code: -32000, message: 'Authentication required' } })
      globalThis.place = cwd
      return { sessionId: 'one', modes: { currentModeId: 'agent', availableModes: [{ id: 'agent', name: 'A' }, { id: 'agent-full-access', name: 'F' }] } }
    },
  },
  async turn() {
    write(join(globalThis.place, 'a.txt'), 'by the server\\n')
  },
}`

async function runCodex(key: string, sandbox: string) {
  const repository = makeRepository()
  const folder = join(repository.folder, 'agents') // where the sandbox shows it
  mkdirSync(folder)
  const server = makeAcp(signsIn, folder)
  const env = makeFakeClis({
    codex: `echo 'by the command line' > a.txt\necho '{"type":"turn.completed"}'`,
    'codex-acp': `exec ${server.settings.acp}`,
  })
  writePlan(repository, { a: { prompt: 'Write a.txt.', agent: 'codex', retries: 0 } })
  const report = await runToReport(repository, ['--sandbox', sandbox], {
    env: { ...env, CODEX_API_KEY: key, HOME: makeFolder('home') },
  })
  return { task: report.tasks.a, log: (await runCli(repository.folder, ['logs', 'a'])).stdout }
}

test('a server that asks for it signs in with the key of the environment, but stores nothing in the home of the user', async () => {
  const { task, log } = await runCodex('key', 'none')
  expect(task).toMatchObject({ outcome: 'succeeded', via: 'cli' })
  expect(log).toContain('codex-acp would store your key in your home to sign in')
  if (!hasSandbox) return
  const inside = await runCodex('key', 'auto')
  expect(inside.task).toMatchObject({ outcome: 'succeeded', via: 'acp' })
})

test('a server without a key says that it is not signed in', async () => {
  const { task } = await runCodex('', 'none')
  expect(task?.outcome).toBe('infrastructure-error')
  expect(task?.reason).toMatch(/not signed in: Authentication required .*codex login/)
})
