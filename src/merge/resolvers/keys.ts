import { posix } from 'node:path'
import { decideValue } from '../formats/decide-value.ts'
import { tryReadJson } from '../formats/json.ts'
import { toGeneratedRule } from '../generated.ts'
import type { Container } from '../members/member.ts'
import { mergeMembers } from '../members/merge-members.ts'
import { declined, type Resolution, type TextConflict } from '../text-conflict.ts'
import { mapThree, mergeLines, type Three, tryJoin } from '../three-way.ts'

type Reader = (text: string) => Container | undefined

const readers: Readonly<Record<string, Reader>> = {
  '.json': tryReadJson,
  '.jsonc': tryReadJson,
}

/** Merges files of keys and values key by key, with their formatting: JSON, YAML, TOML and go.mod. */
export function resolveKeys({ path, base, ours, theirs }: TextConflict): Resolution {
  const read = readers[posix.extname(path).toLowerCase()]
  if (read === undefined) return declined('not a file of keys and values')
  if (toGeneratedRule(path) !== undefined) return declined('the file is generated')
  if (base === undefined) return declined('the file is new on both sides')
  const [before, left, right] = mapThree([base, ours, theirs], read)
  if (before === undefined || left === undefined || right === undefined)
    return declined('a version cannot be read key by key')
  return mergeContainers([before, left, right])
}

function mergeContainers(containers: Three<Container>): Resolution {
  const merged = mergeMembers(
    mapThree(containers, ({ list }) => list),
    decideValue,
  )
  if (merged.kind === 'clash') return declined(merged.reason)
  const around = (part: 'head' | 'tail') =>
    tryJoin(mergeLines(...mapThree(containers, container => container[part].join(''))))
  const [head, tail] = [around('head'), around('tail')]
  if (head === undefined || tail === undefined)
    return declined('what is around the keys was changed on both sides')
  return { kind: 'resolved', text: head + merged.lines.join('') + tail, choices: merged.choices }
}
