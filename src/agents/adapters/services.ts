import type { KeyRoute } from './cli.ts'

/** https://docs.claude.com/en/api */
export const anthropic: Omit<KeyRoute, 'key' | 'header'> = {
  address: 'ANTHROPIC_BASE_URL',
  service: 'https://api.anthropic.com',
  endpoints: /^\/v1\/(messages(\/count_tokens)?|models(\/[\w.:-]+)?)$/,
}

/** https://platform.openai.com/docs/api-reference, and compatible services. */
export const openAi: KeyRoute = {
  key: 'OPENAI_API_KEY',
  address: 'OPENAI_BASE_URL',
  service: 'https://api.openai.com/v1',
  header: ['authorization', 'Bearer {}'],
  endpoints: /^\/(chat\/completions|responses|embeddings|models(\/[\w.:-]+)?)$/,
}
