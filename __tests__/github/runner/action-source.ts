/** Where an action comes from, by what `uses` says. */
export type ActionSource =
  | { readonly kind: 'local'; readonly path: string }
  | { readonly kind: 'native'; readonly name: 'checkout' | 'setup-node' }
  | { readonly kind: 'built-in'; readonly name: 'upload-artifact' | 'download-artifact' }
  | { readonly kind: 'remote'; readonly repository: string; readonly path: string; readonly ref: string }

const own: Readonly<Record<string, ActionSource>> = {
  'actions/checkout': { kind: 'native', name: 'checkout' },
  'actions/setup-node': { kind: 'native', name: 'setup-node' },
  'actions/upload-artifact': { kind: 'built-in', name: 'upload-artifact' },
  'actions/download-artifact': { kind: 'built-in', name: 'download-artifact' },
}

/** Reads a `uses`. Throws when it is of a kind that this runner does not have. */
export function readActionSource(uses: string): ActionSource {
  if (uses.startsWith('./')) return { kind: 'local', path: uses }
  const match = /^([^/@]+\/[^/@]+)((?:\/[^@]+)?)@(.+)$/.exec(uses)
  if (match === null) throw new Error(`this runner has no '${uses}'`)
  const [, repository, path, ref] = match as unknown as [string, string, string, string]
  return own[repository] ?? { kind: 'remote', repository, path: path.slice(1), ref }
}
