import { createHash } from 'node:crypto'
import type { Plan } from '../../model/plan.ts'

/**
 * The name of the artifact by which a workflow run says that it works on a plan and a target: the same in every run that would end in
 * the same pull request. Where results are delivered otherwise, runs of different tasks do not disturb each other.
 */
export function toClaimName({ name, tasks, integration }: Plan, target: string): string {
  const { land = 'pull-request', pullRequests } = integration
  const isOne = land === 'pull-request' && (pullRequests === 'integration' || pullRequests === 'both')
  const text = JSON.stringify([name, target, isOne ? null : tasks.map(({ id }) => id).toSorted()])
  return `parallel-agents-claim-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
}
