/** A valid plan for each table of keys in docs/plan.md. */
export const planExamples = {
  plan: `
name: Release 2.0
target: main
agent: claude
max-parallel: 6
setup: npm ci
env: { LOG_LEVEL: warn }
network: [registry:npm, api.example.com]
limits: { memory-gigabytes: 8 }
checkout:
  ports: { count: 3 }
  copy: [.env.local]
  link: [{ path: .cache/models, write: true }]
  dependencies: auto
  database: { postgres: postgresql://localhost/dev }
services:
  api: { command: npm run serve, ready: "http://localhost:{port}/health" }
budget: { usd: 40, on-end: stop }
prices:
  my-model: { input: 0.5, output: 2 }
protected: [".github/**", "migrations/**"]
tasks:
  search: { prompt: "Add full-text search to the API, with tests.", files: ["src/search/**"] }
`,
  task: `
agent: claude
agents:
  senior: { use: claude, model: opus }
tasks:
  types:
    prompt: Define the types of the import API in src/types/import.ts.
    files: [src/types/import.ts]
  importer:
    title: Import orders from CSV files
    prompt: Write the importer against src/types/import.ts, with tests.
    needs: [types]
    files: ["src/import/**", "test/import/**", "!src/import/generated/**"]
    test: npm test -- import
    timeout-minutes: 30
    retries: [{}, { agent: senior }] # the second attempt as the first, the third by another agent
    budget: { usd: 5 }
    plan-first: true
    review:
      - { prompt: Look for input that is not validated. }
      - { agent: senior, rounds: 1 }
`,
  agent: `
agent: junior
agents:
  junior: { use: claude, model: haiku, max-turns: 40, fallback: other }
  other: { use: codex, via: cli, effort: high }
  server: { acp: opencode acp, prompt: You maintain a library that many others use. }
  script:
    command: ./tools/agent.sh
    output: jsonl
    activity: message
    usage: { total: usage.total_tokens, cumulative: true }
    error-patterns: { rate-limited: ["HTTP 429"] }
tasks:
  docs: { prompt: "Describe every option in docs/options.md.", files: [docs/options.md] }
  build: { prompt: Make the build reproducible., agent: script, files: ["build/**"] }
`,
  integration: `
agent: claude
integration:
  setup: npm ci
  test: npm test
  timeout-minutes: 20
  on-conflict: agent
  candidates: { most: 4, when-unknown: tests }
  generated: { "src/api/client.ts": npm run generate }
  contracts: [src/types/import.ts]
  review: { prompt: Does the result do what every task asked for? }
  repair: { agent: claude, rounds: 2 }
  land: pull-request
  pull-request: { draft: false, labels: [agents] }
tasks:
  search: { prompt: "Add full-text search to the API, with tests.", files: ["src/search/**"] }
`,
}
