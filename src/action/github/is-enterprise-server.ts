import type { Environment } from '../../model/plan.ts'

/** Whether this is GitHub Enterprise Server, by the rule of GitHub's own clients. github.com and ghe.com are not. */
export function isEnterpriseServer({ GITHUB_SERVER_URL }: Environment): boolean {
  const { hostname } = new URL(GITHUB_SERVER_URL || 'https://github.com')
  return hostname !== 'github.com' && !/\.(ghe\.com|localhost)$/.test(hostname)
}

/** What it lacks, and how to configure it. */
export const enterpriseServerAdvice =
  'On GitHub Enterprise Server, jobs cannot exchange tasks as artifacts, so the reusable workflow is not available. Let jobs push their work, as in examples/workflows/three-jobs.yml. In each step:\n    push: "true"\nand in its job:\n    permissions: { contents: write }'
