import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter } from 'node:path'
import type { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'
import { hasSandbox } from '../support/sandbox.ts'
import { bin } from './loopback.ts'
import { furnish } from './other-clis.ts'
import { startScriptedModel } from './scripted-model.ts'

/** A CLI with a key in its environment, as most have it in CI. */
interface KeyedCli {
  readonly title: string
  /** In the plan. */
  readonly agent: string
  readonly key: string
  readonly files?: Readonly<Record<string, unknown>>
  readonly env: (url: string) => Readonly<Record<string, string>>
}

const clis: readonly KeyedCli[] = [
  {
    title: 'claude',
    agent: 'use: claude, via: cli',
    key: 'ANTHROPIC_API_KEY',
    env: url => ({ ANTHROPIC_BASE_URL: url, ENABLE_TOOL_SEARCH: 'false' }),
  },
  {
    title: 'codex as a command line',
    agent: 'use: codex, via: cli, model: gpt-5-codex',
    key: 'CODEX_API_KEY',
    env: url => ({ OPENAI_BASE_URL: `${url}/v1` }),
  },
  {
    title: 'opencode',
    agent: 'use: opencode, via: cli, model: openai/gpt-5',
    key: 'OPENAI_API_KEY',
    env: url => ({
      OPENCODE_CONFIG_CONTENT: JSON.stringify({
        provider: { openai: { options: { baseURL: `${url}/v1` } } },
        share: 'disabled',
      }),
      OPENCODE_DISABLE_MODELS_FETCH: '1',
    }),
  },
  {
    title: 'gemini',
    agent: 'use: gemini, via: cli, model: gemini-2.5-pro',
    key: 'GEMINI_API_KEY',
    files: { '.gemini/settings.json': { security: { auth: { selectedType: 'gemini-api-key' } } } },
    env: url => ({ GOOGLE_GEMINI_BASE_URL: url }),
  },
]

const secret = 'the-key-of-the-user'
const withSandbox = hasSandbox ? describe : describe.skip

/** Passes requests on, and notes the values of their headers with keys: the model's own journal hides them. */
async function startRecorder(target: string): Promise<Recorder> {
  const keys = new Set<string>()
  const server = createServer((incoming, answer) => {
    for (const header of ['authorization', 'x-api-key', 'x-goog-api-key']) {
      const value = incoming.headers[header]
      if (typeof value === 'string') keys.add(value.replace('Bearer ', ''))
    }
    const { method = 'GET', headers } = incoming
    const outgoing = request(
      new URL(incoming.url ?? '/', target),
      { method, headers, agent: false },
      response => {
        answer.writeHead(response.statusCode ?? 502, response.headers)
        response.pipe(answer)
      },
    )
    outgoing.on('error', () => answer.destroy())
    incoming.pipe(outgoing)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    close: () => server.close(),
  }
}

interface Recorder {
  readonly url: string
  readonly keys: ReadonlySet<string>
  close(): void
}

withSandbox('the key of a real CLI', () => {
  let model: LLMock
  beforeAll(async () => {
    const command = 'printf %s "$ANTHROPIC_API_KEY$CODEX_API_KEY$OPENAI_API_KEY$GEMINI_API_KEY" > seen.txt'
    model = await startScriptedModel([{ about: 'TASK-KEY', command }])
  })
  afterAll(() => model.stop())

  test.each(clis)(
    'of $title stays outside: the model gets it, the agent does not',
    async ({ agent, key, files = {}, env }) => {
      const recorder = await startRecorder(model.url)
      const repository = makeRepository()
      repository.write({
        'plan.yml': `agent: real
agents: { real: { ${agent} } }
stall-minutes: 2
tasks: { a: { prompt: "TASK-KEY: write what you know.", files: [seen.txt] } }
`,
      })
      const home = makeFolder('home')
      furnish(home, { files: () => files }, recorder.url)
      const { tasks } = await runToReport(repository, [], {
        env: {
          HOME: home,
          PATH: [bin, process.env.PATH].join(delimiter),
          PARALLEL_AGENTS_SANDBOX: 'auto',
          [key]: secret,
          ...env(recorder.url),
        },
      })
      const { stdout: log } = await runCli(repository.folder, ['logs', 'a', '--raw'])

      expect(tasks.a?.outcome === 'succeeded' ? '' : log).toBe('')
      expect(repository.show(tasks.a?.branch as string, 'seen.txt')).toBe('kept-outside-by-parallel-agents')
      expect([...recorder.keys]).toEqual([secret])
      recorder.close()
    },
    200_000,
  )
})
