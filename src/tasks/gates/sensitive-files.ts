import { toFoldedName } from '../../model/folded-name.ts'
import { toMatcher } from '../../plan/scope/globs.ts'

/** What steers agents, people's tools and reviews: protected in every plan, unless a task's scope names it. */
export const agentLayer: readonly string[] = [
  '**/.claude/**',
  '**/CLAUDE.md',
  '**/CLAUDE.local.md',
  '**/AGENTS.md',
  '**/AGENTS.override.md',
  '**/.mcp.json',
  '**/.codex/**',
  '**/.gemini/**',
  '**/GEMINI.md',
  '**/.qwen/**',
  '**/QWEN.md',
  '**/.opencode/**',
  '**/.pi/**',
  '**/.cursor/**',
  '**/.cursorrules',
  '.github/copilot-instructions.md',
  '**/.husky/**',
  '**/.npmrc',
  '{,.github/,.gitlab/,docs/}CODEOWNERS',
]

/** What decides which tests run, and how. */
const testDefinition = toMatcher(
  [
    '**/package.json',
    '.github/{workflows,actions}/**',
    '.gitlab-ci.yml',
    '.circleci/**',
    'azure-pipelines.yml',
    '**/{jest,vitest,vite,playwright,cypress,karma}.config.*',
    '**/.mocharc*',
    '**/{pytest.ini,tox.ini,conftest.py,setup.cfg,pyproject.toml,noxfile.py}',
    '**/{Makefile,justfile,Taskfile.yml,Rakefile,.rspec,phpunit.xml,phpunit.xml.dist}',
    '**/{Cargo.toml,build.gradle,build.gradle.kts,pom.xml}',
  ].map(toFoldedName),
)

/** Whether a change of this file can change what the tests prove. */
export function definesTests(path: string): boolean {
  return testDefinition(toFoldedName(path))
}
