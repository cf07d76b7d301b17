import { toFoldedName } from '../../model/folded-name.ts'
import { toMatcher } from '../../plan/scope/globs.ts'

/** Files that control agents, people's tools and reviews: protected in every plan, unless a task's scope names them. */
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
  '**/{.windsurf,.clinerules,.roo,.kiro,.junie,.continue,.goose,.factory,.augment}/**',
  '**/{.windsurfrules,.clinerules,.goosehints,.aider.conf.yml}',
  '.github/instructions/**',
  '.vscode/{tasks,mcp,settings}.json',
  '**/{lefthook,.lefthook}.{yml,yaml,toml,json}',
  '.pre-commit-config.yaml',
  '.github/copilot-instructions.md',
  '**/.husky/**',
  '**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs,bunfig.toml,.envrc}',
  '{,.github/,.gitlab/,docs/}CODEOWNERS',
]

/** Files that define which tests run, and how. */
const testDefinition = toMatcher(
  [
    '**/package.json',
    '.github/{workflows,actions}/**',
    '.gitlab-ci.yml',
    '.circleci/**',
    'azure-pipelines.yml',
    '**/{jest,vitest,vite,playwright,cypress,karma}.config.*',
    '**/{.mocharc*,.nycrc*,wdio.conf.*,ava.config.*,web-test-runner.config.*,.taprc}',
    '**/{eslint.config.*,.eslintrc*,biome.json,biome.jsonc,.golangci.*,ruff.toml,.ruff.toml,mypy.ini,.flake8,.pylintrc,.rubocop.yml,clippy.toml,phpstan.neon*,tsconfig*.json}',
    '**/{pytest.ini,tox.ini,conftest.py,setup.cfg,pyproject.toml,noxfile.py}',
    '**/{Makefile,justfile,Taskfile.yml,Rakefile,.rspec,phpunit.xml,phpunit.xml.dist}',
    '**/{Cargo.toml,build.gradle,build.gradle.kts,pom.xml}',
  ].map(toFoldedName),
)

/** Whether changing this file can change what the tests prove. */
export function definesTests(path: string): boolean {
  return testDefinition(toFoldedName(path))
}
