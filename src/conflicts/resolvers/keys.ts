import { posix } from 'node:path'
import { toGeneratedRule } from '../formats/generated.ts'
import { tryKeyFormat } from '../formats/key-formats.ts'
import { isMixedRelease } from '../formats/release-lines.ts'
import { mergeTexts } from '../members/merge-containers.ts'
import { declined, type Resolution, type TextConflict } from '../text/text-conflict.ts'

/** Merges files of keys and values key by key, with their formatting: JSON, YAML, TOML, go.mod, requirements and notebooks. */
export async function resolveKeys({ path, base, ours, theirs }: TextConflict): Promise<Resolution> {
  if (toGeneratedRule(path) !== undefined) return declined('the file is generated')
  const format = await tryKeyFormat(path)
  if (format === undefined) return declined('not a file of keys and values')
  if (base === undefined) return declined('the file is new on both sides')
  if (posix.basename(path) === 'package.json' && isMixedRelease(base, ours, theirs))
    return declined('the sides have different major versions, and the older one gained a dependency')
  const name = posix.basename(path)
  return mergeTexts([base, ours, theirs], format.read, {
    decide: versions => format.decide(name, versions),
    mergesAdded: true,
  })
}
