/** Facts that show how a repository is tested. */
export interface CommandFacts {
  /** `scripts` of package.json. */
  readonly scripts: Readonly<Record<string, unknown>>
  readonly makeTargets: readonly string[]
  /** Names at the top of the repository. */
  readonly files: readonly string[]
  /** The commands of a plan that people wrote, and the default of its tools. */
  readonly others: readonly (string | undefined)[]
}

/** Scripts with effects outside of the repository. */
const notTests =
  /^(pre|post)?(publish|release|deploy|start|dev|serve|install|prepare|version|pack|watch|clean)/i

const managers: Readonly<Record<string, string>> = {
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
}

/** Commands that can test a task here. */
export function toKnownCommands({ scripts, makeTargets, files, others }: CommandFacts): string[] {
  const lock = Object.keys(managers).find(name => files.includes(name))
  const packageManager = lock === undefined ? 'npm' : managers[lock]
  const names = Object.keys(scripts).filter(name => /^[\w:.-]+$/.test(name) && !notTests.test(name))
  const runs = names.flatMap(name => [
    ...(name === 'test' ? [`${packageManager} test`] : []),
    `${packageManager} run ${name}`,
  ])
  const makes = makeTargets.filter(name => !notTests.test(name)).map(name => `make ${name}`)
  return [...new Set([...others.filter(command => command !== undefined), ...runs, ...makes])]
}
