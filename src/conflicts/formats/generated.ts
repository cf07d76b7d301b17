import { posix } from 'node:path'

/** How a generated file is regenerated after a merge. */
export interface GeneratedRule {
  /** Shell command, to run in the folder of the file. */
  readonly command: string
  /** The program that must be installed. */
  readonly program: string
  /** The file beside it that it is generated from. */
  readonly source: string
}

const rules: Readonly<Record<string, GeneratedRule>> = {
  'package-lock.json': {
    command: 'npm install --package-lock-only --ignore-scripts',
    program: 'npm',
    source: 'package.json',
  },
  'npm-shrinkwrap.json': {
    command: 'npm install --package-lock-only --ignore-scripts',
    program: 'npm',
    source: 'package.json',
  },
  'yarn.lock': { command: 'yarn install --mode=update-lockfile', program: 'yarn', source: 'package.json' },
  'pnpm-lock.yaml': {
    command: 'pnpm install --lockfile-only --ignore-scripts',
    program: 'pnpm',
    source: 'package.json',
  },
  'bun.lock': { command: 'bun install --lockfile-only', program: 'bun', source: 'package.json' },
  'Cargo.lock': { command: 'cargo update --workspace', program: 'cargo', source: 'Cargo.toml' },
  'go.sum': { command: 'go mod tidy', program: 'go', source: 'go.mod' },
  'poetry.lock': { command: 'poetry lock', program: 'poetry', source: 'pyproject.toml' },
  'uv.lock': { command: 'uv lock', program: 'uv', source: 'pyproject.toml' },
  'Gemfile.lock': { command: 'bundle lock', program: 'bundle', source: 'Gemfile' },
  'composer.lock': {
    command: 'composer update --lock --no-install --no-scripts',
    program: 'composer',
    source: 'composer.json',
  },
}

/** The rule for a lock file, by its name; undefined for other files. */
export function toGeneratedRule(path: string): GeneratedRule | undefined {
  const name = posix.basename(path)
  return Object.hasOwn(rules, name) ? rules[name] : undefined
}
