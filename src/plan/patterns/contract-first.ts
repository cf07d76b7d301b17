import type { PlanPattern } from './plan-pattern.ts'

export const contractFirst: PlanPattern = {
  use: 'several parts that share an interface that does not exist yet',
  text: `# Contract first: one small task writes the interface, the others build against it side by side.
name: Scheduler behind an interface
agent: claude
tasks:
  contract:
    title: The scheduler's interface
    prompt: |
      Write src/scheduler/types.ts: the types and function signatures that a scheduler needs to store, list and run jobs.
      Signatures and doc comments only, no implementation. Others will build against this file without asking you.
    files: [src/scheduler/types.ts]
    estimate-minutes: 5
  storage:
    title: Store jobs
    needs: [contract]
    prompt: Implement the storage part of src/scheduler/types.ts in src/scheduler/storage, with tests beside it.
    files: ["src/scheduler/storage/**"]
    test: npm test -- src/scheduler/storage
  runner:
    title: Run jobs
    needs: [contract]
    prompt: Implement the running part of src/scheduler/types.ts in src/scheduler/runner, with tests beside it.
    files: ["src/scheduler/runner/**"]
    test: npm test -- src/scheduler/runner
  wiring:
    title: Put the parts together
    needs: [storage, runner]
    prompt: Export a scheduler from src/scheduler/index.ts that uses storage and runner, and test it as a whole.
    files: [src/scheduler/index.ts, src/scheduler/index.test.ts]
integration:
  test: npm test
  contracts: [src/scheduler/types.ts]
`,
}
