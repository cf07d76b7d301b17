import { posix } from 'node:path'
import { goModuleFormat } from './go-module.ts'
import { commentedJsonFormat, jsonFormat } from './json.ts'
import type { KeyFormat } from './key-format.ts'
import { notebookFormat } from './notebook.ts'
import { isRequirements, requirementsFormat } from './requirements.ts'

interface KeyFormatEntry {
  /** @param name The file, without its folder. */
  readonly matches: (name: string) => boolean
  /** Large modules are loaded only for files that need them. */
  readonly load: () => Promise<KeyFormat>
}

/** The formats of files whose parts have names. The first that matches counts. */
const keyFormats: readonly KeyFormatEntry[] = [
  { matches: name => name === 'go.mod', load: async () => goModuleFormat },
  { matches: isRequirements, load: async () => requirementsFormat },
  { matches: endsWith('.json'), load: async () => jsonFormat },
  { matches: endsWith('.jsonc'), load: async () => commentedJsonFormat },
  { matches: endsWith('.ipynb'), load: async () => notebookFormat },
  { matches: endsWith('.yml', '.yaml'), load: async () => (await import('./yaml.ts')).yamlFormat },
  { matches: endsWith('.toml'), load: async () => (await import('./toml.ts')).tomlFormat },
]

/** The format of a file of keys and values; undefined for other files. */
export async function tryKeyFormat(path: string): Promise<KeyFormat | undefined> {
  const name = posix.basename(path)
  return keyFormats.find(({ matches }) => matches(name))?.load()
}

function endsWith(...extensions: readonly string[]): (name: string) => boolean {
  return name => extensions.includes(posix.extname(name).toLowerCase())
}
