import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** How a real CLI is led to the scripted model on loopback. */
export interface OtherCli {
  readonly name: string
  /** The oldest Node that it runs on. */
  readonly node: number
  /** As the plan names it. */
  readonly model: string
  /** Files of its home, by their paths. */
  readonly files: (url: string) => Readonly<Record<string, unknown>>
  readonly env: (url: string) => Readonly<Record<string, string>>
}

const scripted = { name: 'scripted', tool_call: true, limit: { context: 100_000, output: 4000 } }

export const otherClis: readonly OtherCli[] = [
  {
    name: 'gemini',
    node: 20,
    model: 'gemini-2.5-pro',
    files: () => ({
      '.gemini/settings.json': {
        security: { auth: { selectedType: 'gemini-api-key' } },
        privacy: { usageStatisticsEnabled: false },
      },
    }),
    env: url => ({ GEMINI_API_KEY: 'loopback', GOOGLE_GEMINI_BASE_URL: url }),
  },
  {
    name: 'opencode',
    node: 20,
    model: 'loopback/scripted',
    files: () => ({}),
    env: url => ({
      OPENCODE_CONFIG_CONTENT: JSON.stringify({
        provider: {
          loopback: {
            npm: '@ai-sdk/openai-compatible',
            options: { baseURL: `${url}/v1`, apiKey: 'loopback' },
            models: { scripted },
          },
        },
        share: 'disabled',
      }),
      OPENCODE_DISABLE_MODELS_FETCH: '1',
    }),
  },
  {
    name: 'qwen',
    node: 22,
    model: 'scripted',
    files: () => ({ '.qwen/settings.json': { security: { auth: { selectedType: 'openai' } } } }),
    env: url => ({ OPENAI_API_KEY: 'loopback', OPENAI_BASE_URL: `${url}/v1`, OPENAI_MODEL: 'scripted' }),
  },
  {
    name: 'pi',
    node: 22,
    model: 'loopback/scripted',
    files: url => ({
      '.pi/agent/models.json': {
        providers: {
          loopback: {
            baseUrl: `${url}/v1`,
            api: 'openai-completions',
            apiKey: 'loopback',
            models: [{ id: 'scripted', name: 'scripted', contextWindow: 100_000, maxTokens: 4000 }],
          },
        },
      },
    }),
    env: () => ({ PI_OFFLINE: '1' }),
  },
  {
    name: 'copilot',
    node: 22,
    model: 'scripted',
    files: () => ({}),
    env: url => ({
      COPILOT_PROVIDER_BASE_URL: `${url}/v1`,
      COPILOT_PROVIDER_API_KEY: 'loopback',
      COPILOT_MODEL: 'scripted',
      COPILOT_OFFLINE: 'true',
    }),
  },
]

/** Writes what a CLI reads from its home. */
export function furnish(home: string, { files }: Pick<OtherCli, 'files'>, url: string): void {
  for (const [path, content] of Object.entries(files(url))) {
    const place = join(home, path)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, JSON.stringify(content))
  }
}
