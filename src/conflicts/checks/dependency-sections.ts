import { posix } from 'node:path'
import { tryKeyFormat } from '../formats/key-formats.ts'
import type { MergedText } from './merged-text.ts'

/** Sections of which a package should be in one only. */
const sections: Readonly<Record<string, readonly string[]>> = {
  'package.json': ['dependencies', 'devDependencies', 'optionalDependencies'],
  'Cargo.toml': ['dependencies', 'dev-dependencies', 'build-dependencies'],
}

/**
 * Packages that both sides added to different sections of a manifest, or that one side moved to another section while the other
 * changed their version.
 */
export async function findMisplacedDependencies(merged: MergedText): Promise<string[]> {
  const names = sections[posix.basename(merged.path)]
  const { toValue } = names === undefined ? {} : ((await tryKeyFormat(merged.path)) ?? {})
  if (names === undefined || toValue === undefined) return []
  try {
    const read = (text: string) => toPlaces(toValue(text), names)
    const [base, ours, theirs] = [read(merged.base), read(merged.ours), read(merged.theirs)]
    const isMoved = (name: string, side: Places, other: Places) => {
      const from = [...(base.get(name)?.keys() ?? [])].find(section => !side.get(name)?.has(section))
      const version = from === undefined ? undefined : other.get(name)?.get(from)
      return (
        from !== undefined && side.has(name) && version !== undefined && version !== base.get(name)?.get(from)
      )
    }
    return [...read(merged.result)].flatMap(([name, places]) => {
      const isDoubled = places.size > Math.max(ours.get(name)?.size ?? 0, theirs.get(name)?.size ?? 0)
      return isDoubled || isMoved(name, ours, theirs) || isMoved(name, theirs, ours) ? [name] : []
    })
  } catch {
    return [] // syntax is checked elsewhere
  }
}

/** The version of each package in each section. */
type Places = ReadonlyMap<string, ReadonlyMap<string, string>>

function toPlaces(manifest: unknown, names: readonly string[]): Places {
  const places = new Map<string, Map<string, string>>()
  for (const section of names) {
    const entries = (manifest as Readonly<Record<string, unknown>> | null)?.[section]
    for (const [name, version] of Object.entries(entries ?? {})) {
      const known = places.get(name) ?? new Map<string, string>()
      places.set(name, known.set(section, JSON.stringify(version)))
    }
  }
  return places
}
