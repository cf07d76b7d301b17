import { errorKinds } from '../../model/agents/error-kind.ts'
import { checkoutSchema, serviceSchema } from '../checkout/checkout-schema.ts'
import type { PlanPath } from '../yaml/problem.ts'
import { agentSettings, budgetSchema } from './agent-schema.ts'
import { candidatesSchema, integrationSchema } from './integration-schema.ts'
import { issuesSchema } from './issues-schema.ts'
import { planFileSchema } from './plan-file.ts'
import { pullRequestSchema } from './pull-request-schema.ts'
import { resultReviewer, reviewer } from './review-schema.ts'
import { taskSchema } from './task-schema.ts'

const keysOfSections: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(planFileSchema.shape),
  tasks: Object.keys(taskSchema.shape),
  issues: Object.keys(issuesSchema.shape),
  'tasks.plan-first': ['agent', 'model', 'approve'],
  'tasks.retries': ['agent', 'model'],
  'tasks.review': Object.keys(reviewer.shape),
  agents: Object.keys(agentSettings.shape),
  budget: [...Object.keys(budgetSchema.shape), 'on-end'],
  'tasks.budget': Object.keys(budgetSchema.shape),
  'agents.usage': Object.keys(agentSettings.shape.usage.unwrap().shape),
  'agents.error-patterns': [...errorKinds],
  integration: Object.keys(integrationSchema.shape),
  'integration.review': Object.keys(resultReviewer.shape),
  checkout: Object.keys(checkoutSchema.shape),
  services: Object.keys(serviceSchema.shape),
  'checkout.ports': Object.keys(checkoutSchema.shape.ports.unwrap().shape),
  'integration.repair': ['agent', 'rounds'],
  'integration.compare': ['agent', 'model'],
  'integration.pull-request': Object.keys(pullRequestSchema.shape),
  'integration.candidates': Object.keys(candidatesSchema.shape),
}

/** The known keys at a place of the plan file; none where names are free. */
export function toKnownKeys(path: PlanPath): readonly string[] {
  const named = ['tasks', 'agents', 'services'].includes(String(path[0]))
  const names = named ? path.filter((_, index) => index !== 1) : path
  const section = names.filter(name => typeof name !== 'number') // entries of a list have the same keys
  return keysOfSections[section.join('.')] ?? []
}
