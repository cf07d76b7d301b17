import { unknownUsage } from '../../src/model/usage.ts'

/** What a result says about an agent that told nothing. */
export const nothingTold = {
  usage: unknownUsage,
  agent: null,
  model: null,
  via: null,
  agentVersion: null,
  turns: null,
  retryAt: null,
} as const
