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
  '{appveyor,.appveyor}.yml',
  '.{travis,drone,cirrus}.{yml,yaml}',
  '.{drone,cirrus}.{star,jsonnet}',
  '{azure,bitbucket}-pipelines.{yml,yaml}',
  '.{gitea,forgejo}/workflows/**',
  '.{azure-pipelines,semaphore,tekton,teamcity,builds}/**',
  '{.build.yml,.mergify.yml,{buildspec,cloudbuild}.{yml,yaml}}',
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
  '.vscode/{tasks,mcp,settings,launch}.json',
  '{**/.devcontainer/**,.devcontainer.json,.gitpod.yml}',
  '**/{.idea,.zed,.fleet}/**',
  '**/{.exrc,.nvimrc,.nvim.lua,.lazy.lua,.dir-locals.el,.gdbinit,.lldbinit}',
  '**/{lefthook,.lefthook,lefthook-local,.lefthook-local}.{yml,yaml,toml,json,jsonc}',
  '**/{.lintstagedrc*,lint-staged.config.*,.huskyrc*,.simple-git-hooks.*,simple-git-hooks.*,.overcommit.yml}',
  '**/{.githooks,.yarn/releases,.yarn/plugins}/**',
  '.pre-commit-config.yaml',
  '**/.husky/**',
  '**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs,.pnpmfile.mjs,bunfig.toml,.envrc}',
  '{,.github/,.gitlab/,docs/}CODEOWNERS',
  '{parallel-agents,plan,.github/parallel-agents}.{yml,yaml}', // the plans of later runs
  '.{lfsconfig,worktreeinclude}', // where Git LFS uploads to, and which ignored files checkouts get
]

/** Settings of test runners and linters only. */
const testSettings: readonly string[] = [
  ...ciFiles,
  '**/{jest,vitest,playwright,cypress,karma}.config.*',
  '**/{vitest.workspace,jest-preset,karma.conf,nightwatch.conf,protractor.conf,codecept.conf}.*',
  '**/{.mocharc*,.nycrc*,wdio.conf.*,ava.config.*,web-test-runner.config.*,.taprc}',
  '**/{eslint.config.*,.eslintrc*,biome.json,biome.jsonc,.golangci.*,ruff.toml,.ruff.toml,mypy.ini,.flake8,.pylintrc,.rubocop.yml,clippy.toml,phpstan.neon*}',
  '**/{pytest.ini,.pytest.ini,pytest.toml,.pytest.toml,tox.ini,tox.toml,conftest.py,noxfile.py}',
  '**/{Makefile,GNUmakefile,justfile,.justfile,Taskfile.{yml,yaml},Taskfile.dist.{yml,yaml},Rakefile}',
  '**/{.rspec,.rspec-local,phpunit.xml,phpunit.xml.dist,phpunit.dist.xml,*.runsettings,xunit.runner.json}',
  '**/{CTestConfig.cmake,CTestCustom.cmake,.config/nextest.toml}',
]

/** Manifests that also hold entries which any change may need, such as dependencies. */
const mixedManifests: readonly string[] = [
  '**/{package.json,pyproject.toml,setup.cfg,Cargo.toml,build.gradle,build.gradle.kts,pom.xml}',
  '**/{vite.config.*,tsconfig*.json,jsconfig*.json,babel.config.*,.babelrc*,.swcrc,deno.json,deno.jsonc}',
  '**/{pnpm-workspace.yaml,lerna.json,nx.json,turbo.json,.pnp.cjs,.pnp.loader.mjs,.env.yarn}',
  '**/{go.work,.cargo/config,.cargo/config.toml,rust-toolchain,rust-toolchain.toml,.bazelrc}',
  '**/{settings.gradle,settings.gradle.kts,gradle.properties,gradle/wrapper/*,.mvn/**}',
  '**/Directory.Build.{props,targets}',
  // They load code into every program of a language, or choose another version of it.
  '**/{sitecustomize,usercustomize,pytest,_pytest/*,pytest/*,unittest,unittest/*}.py',
  '**/{.nvmrc,.node-version,.python-version,.ruby-version,.java-version,.tool-versions,mise.toml,.mise.toml}',
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
