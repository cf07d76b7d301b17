import type { PlanPattern } from './plan-pattern.ts'

export const testsBeside: PlanPattern = {
  use: 'code whose tests another agent should write',
  text: `# Tests beside the implementation: two agents read one specification, neither sees the other's work, and both must agree.
name: Rate limiter
agents:
  builder: { use: claude }
  tester: { use: codex }
tasks:
  contract:
    agent: builder
    prompt: Write src/limit/limiter.ts with the signature and doc comments of the limiter described in docs/rate-limits.md; throw "not implemented".
    files: [src/limit/limiter.ts]
  implementation:
    agent: builder
    needs: [contract]
    prompt: Implement src/limit/limiter.ts as described in docs/rate-limits.md.
    files: [src/limit/limiter.ts, "src/limit/internal/**"]
  tests:
    agent: tester
    needs: [contract]
    prompt: Write tests for every sentence of docs/rate-limits.md against src/limit/limiter.ts. Do not implement it.
    files: ["test/limit/**"]
integration:
  test: npm test # both together: what disagrees is found here
`,
}
