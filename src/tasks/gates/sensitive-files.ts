import { knownAgents, toAgentEntry } from '../../model/agents/known-agents.ts'
import { toFoldedName } from '../../model/names/folded-name.ts'
import { toMatcher } from '../../plan/scope/globs.ts'
import { tryTestLanguage } from '../../test-files/languages.ts'

/** What CI services run. */
const ciFiles: readonly string[] = [
  '.github/{workflows,actions}/**',
  '.gitlab-ci.yml',
  '.gitlab/ci/**',
  '.circleci/**',
  '.buildkite/**',
  '.woodpecker{.yml,.yaml,/**}',
  '.{travis,drone,appveyor,cirrus}.yml',
  '{azure,bitbucket}-pipelines.yml',
  '**/Jenkinsfile',
]

/** Files that control agents, people's tools, CI and reviews: protected in every plan, unless a task's scope names them. */
export const alwaysProtected: readonly string[] = [
  ...ciFiles,
  ...knownAgents.flatMap(name => toAgentEntry(name).settings),
  '**/AGENTS.md',
  '**/.mcp.json',
  '**/{.windsurf,.clinerules,.roo,.kiro,.junie,.continue}/**',
  '**/{.windsurfrules,.clinerules,.aider.conf.yml}',
  '.vscode/{tasks,mcp,settings}.json',
  '**/{lefthook,.lefthook}.{yml,yaml,toml,json}',
  '.pre-commit-config.yaml',
  '**/.husky/**',
  '**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs,bunfig.toml,.envrc}',
  '{,.github/,.gitlab/,docs/}CODEOWNERS',
  '{parallel-agents,plan,.github/parallel-agents}.{yml,yaml}', // the plans of later runs
  '.{lfsconfig,worktreeinclude}', // where Git LFS uploads to, and which ignored files checkouts get
]

/** Settings of test runners and linters only. */
const testSettings: readonly string[] = [
  ...ciFiles,
  '**/{jest,vitest,playwright,cypress,karma}.config.*',
  '**/{.mocharc*,.nycrc*,wdio.conf.*,ava.config.*,web-test-runner.config.*,.taprc}',
  '**/{eslint.config.*,.eslintrc*,biome.json,biome.jsonc,.golangci.*,ruff.toml,.ruff.toml,mypy.ini,.flake8,.pylintrc,.rubocop.yml,clippy.toml,phpstan.neon*}',
  '**/{pytest.ini,tox.ini,conftest.py,noxfile.py}',
  '**/{Makefile,justfile,Taskfile.yml,Rakefile,.rspec,phpunit.xml,phpunit.xml.dist}',
]

/** Manifests that also hold entries which any change may need, such as dependencies. */
const mixedManifests: readonly string[] = [
  '**/{package.json,pyproject.toml,setup.cfg,Cargo.toml,build.gradle,build.gradle.kts,pom.xml}',
  '**/{vite.config.*,tsconfig*.json}',
]

/** Files that define which tests run, and how. */
const testDefinition = toMatcher([...testSettings, ...mixedManifests].map(toFoldedName))

const testPart = toMatcher(
  [
    ...testSettings,
    '**/{__tests__,__snapshots__,__fixtures__,__mocks__,test,tests,spec,specs,e2e,testdata}/**',
  ].map(toFoldedName),
)

/** Whether a file belongs to the tests only. Rust has tests beside the tested code. */
export function isPartOfTests(path: string): boolean {
  const language = tryTestLanguage(path)
  return (language !== undefined && language.name !== 'Rust') || testPart(toFoldedName(path))
}

/** Whether changing this file can change what the tests prove. */
export function definesTests(path: string): boolean {
  return testDefinition(toFoldedName(path))
}
