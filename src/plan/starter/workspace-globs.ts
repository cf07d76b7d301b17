/** The files that define a workspace; those that exist. */
export interface WorkspaceFiles {
  /** `package.json`, parsed. */
  readonly packageJson: unknown
  readonly pnpm: string
  readonly cargo: string
  readonly go: string
}

/** Globs of the folders that hold the packages of a workspace: of npm, yarn and bun, of pnpm, of Cargo, of Go. */
export function toWorkspaceGlobs({ packageJson, pnpm, cargo, go }: WorkspaceFiles): string[] {
  const pnpmList = /^packages:\s*\n((?:[ \t]*(?:-.*|#.*)?\n?)*)/m.exec(pnpm)?.[1] ?? ''
  const pnpmFlow = /^packages:\s*\[([^\]]*)\]/m.exec(pnpm)?.[1] ?? ''
  const members = /^\s*members\s*=\s*\[([^\]]*)\]/m.exec(cargo)?.[1] ?? ''
  const uses = /^use\s*\(([^)]*)\)/m.exec(go)?.[1] ?? /^use\s+(\S+)$/m.exec(go)?.[1] ?? ''
  return [
    ...toNpmGlobs(packageJson),
    ...[...pnpmList.matchAll(/^\s*-\s*(['"]?)(.+?)\1\s*(?:#.*)?$/gm)].map(match => match[2] as string),
    ...[...pnpmFlow.matchAll(/\s*(['"]?)([^,'"\s]+)\1\s*(?:,|$)/g)].map(match => match[2] as string),
    ...[...members.matchAll(/"([^"]+)"/g)].map(match => match[1] as string),
    ...uses.split(/\s+/).filter(path => path !== '' && path !== '.'),
  ]
}

function toNpmGlobs(packageJson: unknown): string[] {
  const { workspaces } = (packageJson ?? {}) as { workspaces?: unknown }
  const list = Array.isArray(workspaces)
    ? workspaces
    : (workspaces as { packages?: unknown } | undefined)?.packages
  return Array.isArray(list) ? list.filter(glob => typeof glob === 'string') : []
}
