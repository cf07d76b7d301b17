import { posix } from 'node:path'
import { decideValue } from '../formats/decide-value.ts'
import { toGeneratedRule } from '../formats/generated.ts'
import { tryReadGoModule } from '../formats/go-module.ts'
import { tryReadJson } from '../formats/json.ts'
import { decideRecorded } from '../formats/notebook.ts'
import { isMixedRelease } from '../formats/release-lines.ts'
import { isRequirements, tryReadRequirements } from '../formats/requirements.ts'
import { readToml } from '../formats/toml.ts'
import { decideTomlList } from '../formats/toml-lists.ts'
import type { Member } from '../members/member.ts'
import { mergeTexts, type Reader } from '../members/merge-containers.ts'
import { declined, type Resolution, type TextConflict } from '../text/text-conflict.ts'
import type { Three } from '../text/three-way.ts'

/** Merges files of keys and values key by key, with their formatting: JSON, YAML, TOML, go.mod, requirements and notebooks. */
export async function resolveKeys({ path, base, ours, theirs }: TextConflict): Promise<Resolution> {
  if (toGeneratedRule(path) !== undefined) return declined('the file is generated')
  const read = await tryReader(path)
  if (read === undefined) return declined('not a file of keys and values')
  if (base === undefined) return declined('the file is new on both sides')
  if (posix.basename(path) === 'package.json' && isMixedRelease(base, ours, theirs))
    return declined('the sides have different major versions, and the older one gained a dependency')
  const decide = (versions: Three<Member | undefined>) =>
    path.endsWith('.ipynb')
      ? decideRecorded(versions)
      : ((path.endsWith('.toml') ? decideTomlList(versions) : undefined) ??
        decideValue(posix.basename(path), versions))
  return mergeTexts([base, ours, theirs], read, { decide, mergesAdded: true })
}

/** Large modules are loaded only for files that need them. */
async function tryReader(path: string): Promise<Reader | undefined> {
  if (posix.basename(path) === 'go.mod') return tryReadGoModule
  if (isRequirements(posix.basename(path))) return tryReadRequirements
  switch (posix.extname(path).toLowerCase()) {
    case '.json':
    case '.jsonc':
    case '.ipynb':
      return tryReadJson
    case '.yml':
    case '.yaml':
      return (await import('../formats/yaml.ts')).tryReadYaml
    case '.toml':
      return readToml
    default:
      return undefined
  }
}
