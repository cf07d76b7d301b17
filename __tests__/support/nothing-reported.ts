import { unknownUsage } from '../../src/model/usage.ts'

/** What a result says about an agent that reported nothing. */
export const nothingReported = {
  usage: unknownUsage,
  agent: null,
  model: null,
  via: null,
  agentVersion: null,
  turns: null,
  retryAt: null,
  parked: null,
} as const
