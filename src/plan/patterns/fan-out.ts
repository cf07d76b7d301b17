import type { PlanPattern } from './plan-pattern.ts'

export const fanOut: PlanPattern = {
  use: 'independent parts joined by one last task, or features behind flags',
  text: `# Fan-out and integration: independent parts behind a flag each, and one last task that turns them on together.
name: New search
agent: claude
tasks:
  flags:
    title: Flags, all off
    prompt: Add the flags search-ranking, search-suggestions and search-filters to src/flags.ts, all off by default.
    files: [src/flags.ts]
  ranking:
    needs: [flags]
    prompt: Implement ranking behind the flag search-ranking in src/search/ranking, with tests for both states of the flag.
    files: ["src/search/ranking/**"]
  suggestions:
    needs: [flags]
    prompt: Implement suggestions behind the flag search-suggestions in src/search/suggestions, with tests for both states of the flag.
    files: ["src/search/suggestions/**"]
  filters:
    needs: [flags]
    prompt: Implement filters behind the flag search-filters in src/search/filters, with tests for both states of the flag.
    files: ["src/search/filters/**"]
  together:
    title: Turn them on and test the whole
    needs: [ranking, suggestions, filters]
    prompt: Turn the three flags on by default and add an end-to-end test of a search that uses all of them.
    files: [src/flags.ts, "test/e2e/search/**"]
integration:
  test: npm test
`,
}
