/** The agent CLIs that can be named in a plan without being defined there. */
export const knownAgents = [
  'claude',
  'codex',
  'gemini',
  'opencode',
  'qwen',
  'pi',
  'copilot',
  'droid',
] as const

export type KnownAgent = (typeof knownAgents)[number]

export function isKnownAgent(name: string): name is KnownAgent {
  return (knownAgents as readonly string[]).includes(name)
}
