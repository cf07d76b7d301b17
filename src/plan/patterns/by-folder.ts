import type { PlanPattern } from './plan-pattern.ts'

export const byFolder: PlanPattern = {
  use: 'the same mechanical change in many packages, such as a migration or an upgrade',
  text: `# By folder: the same change in every package, side by side; shared files are one task of their own.
name: Move to the new logger
agent: claude
max-parallel: 4
tasks:
  shared:
    title: The new logger
    prompt: Add packages/log with the interface described in docs/logging.md, and keep the old one working.
    files: ["packages/log/**", package.json, package-lock.json]
  web:
    needs: [shared]
    prompt: Replace the old logger by packages/log in this package. Change nothing else.
    files: ["packages/web/**"]
    test: npm test --workspace packages/web
  worker:
    needs: [shared]
    prompt: Replace the old logger by packages/log in this package. Change nothing else.
    files: ["packages/worker/**"]
    test: npm test --workspace packages/worker
  cli:
    needs: [shared]
    prompt: Replace the old logger by packages/log in this package. Change nothing else.
    files: ["packages/cli/**"]
    test: npm test --workspace packages/cli
  remove:
    title: Remove the old logger
    needs: [web, worker, cli]
    prompt: Delete the old logger and everything that only it needed.
    files: ["packages/old-log/**", package.json, package-lock.json]
integration:
  test: npm test
`,
}
