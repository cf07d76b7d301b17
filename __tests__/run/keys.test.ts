import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { KnownAgent } from '../../src/model/agents/known-agents.ts'
import { toAgentEntry } from '../../src/model/agents/known-agents.ts'
import type { Environment } from '../../src/model/plan.ts'
import { keepKeys } from '../../src/run/sandboxing/keys.ts'
import { makeFolder } from '../support/repository.ts'

interface Case {
  readonly use: KnownAgent
  readonly env: Environment
  /** Of the user, as copied for the CLI. */
  readonly settings?: string
  /** Of the repository, by their paths. */
  readonly files?: Readonly<Record<string, string>>
  readonly program?: string
}

function keep({ use, env, settings = '', files = {}, program = toAgentEntry(use).program }: Case) {
  const folder = makeFolder('repository')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const { servers, ...kept } = keepKeys({
    agent: { kind: 'cli', name: use, use, args: [], env: {} },
    env,
    outer: {},
    settings: [settings],
    program,
    folders: { repository: folder, home: undefined },
    onTokens: () => {},
  })
  return { ...kept, ports: [...servers.keys()] }
}

const inside = { env: {}, arguments: [], ports: [] }
const placeholder = 'kept-outside-by-parallel-agents'

describe('a key stays outside', () => {
  test('of codex by an argument, but not of its ACP server, nor against its own sign-in or address', () => {
    const env = { CODEX_API_KEY: 'key' }
    const [port] = keep({ use: 'codex', env }).ports
    expect(keep({ use: 'codex', env })).toEqual({
      env: { CODEX_API_KEY: placeholder },
      arguments: ['--config', `openai_base_url="http://127.0.0.1:${port}/v1"`],
      ports: [port],
    })
    expect(keep({ use: 'codex', env, program: 'codex-acp' })).toEqual(inside)
    expect(keep({ use: 'codex', env, settings: '{"tokens": {}}' })).toEqual(inside)
    expect(keep({ use: 'codex', env, files: { '.codex/config.toml': 'base_url = "x"' } })).toEqual(inside)
  })

  test('of opencode by its configuration, of which nothing is lost', () => {
    const before = '\n{ "share": "disabled", "provider": { "openai": { "name": "O" } } }'
    const kept = keep({ use: 'opencode', env: { OPENAI_API_KEY: 'key', OPENCODE_CONFIG_CONTENT: before } })
    expect(JSON.parse(kept.env.OPENCODE_CONFIG_CONTENT as string)).toEqual({
      share: 'disabled',
      provider: { openai: { name: 'O', options: { baseURL: `http://127.0.0.1:${kept.ports[0]}/v1` } } },
    })
    const commented = '// mine\n{ "share": "disabled" }'
    const env = { OPENAI_API_KEY: 'key', OPENCODE_CONFIG_CONTENT: commented }
    expect(keep({ use: 'opencode', env })).toEqual(inside)
    const elsewhere = { OPENAI_API_KEY: 'key', OPENCODE_CONFIG: '/etc/opencode.json' }
    expect(keep({ use: 'opencode', env: elsewhere })).toEqual(inside)
  })

  test('of gemini if its settings say that it has a key', () => {
    const env = { GEMINI_API_KEY: 'key' }
    const settings = '{"security":{"auth":{"selectedType":"gemini-api-key"}}}'
    expect(keep({ use: 'gemini', env, settings }).env.GEMINI_API_KEY).toBe(placeholder)
    expect(keep({ use: 'gemini', env })).toEqual(inside)
  })
})
