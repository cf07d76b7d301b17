import { lstatSync, realpathSync } from 'node:fs'
import { totalmem } from 'node:os'
import { dirname } from 'node:path'
import { toMerged } from './overlays.ts'
import type { Mount, View } from './view.ts'

/** The arguments of bubblewrap for one place, which is the last of them. */
type PlaceArguments = readonly string[]

/** The machine, read-only, with separate devices and processes. */
const machine: readonly PlaceArguments[] = [
  ['--ro-bind', '/', '/'],
  ['--dev', '/dev'],
  ['--proc', '/proc'],
]
const temporary = ['/tmp', '/var/tmp', '/run']
/** A hidden folder holds only mount points. */
const emptyBytes = String(16 << 20)

/** A temporary folder is in memory, so it must not use all of it, nor more than the command may. */
function toTemporarySize(path: string, memoryBytes: number | undefined): string {
  const whole = Math.min(totalmem() / 4, memoryBytes ?? Number.POSITIVE_INFINITY)
  return String(Math.floor(path === '/tmp' ? whole : whole / 8))
}

/** The arguments of bubblewrap for a view. Deeper paths come later, so that they are visible inside hidden places. */
export function toPlaces(view: View): string[] {
  const { hidden, readable, writable, home, shown, overlays, memoryBytes } = view
  const ownTemporary = temporary.flatMap(findRealFolder)
  const hiddenFolders = [...new Set(hidden.flatMap(findRealFolder))].filter(
    path => !ownTemporary.includes(path),
  )
  const tmpfs = [
    ...ownTemporary.map(path => ['--size', toTemporarySize(path, memoryBytes), '--tmpfs', path]),
    ...hiddenFolders.map(path => ['--size', emptyBytes, '--tmpfs', path]),
  ]
  const binds = [
    ['--bind', home.from, home.at],
    ...toMounts([...readable, '/etc/resolv.conf']).map(({ from, at }) => ['--ro-bind', from, at]),
    ...shown.map(({ from, at }) => ['--ro-bind', from, at]),
    ...overlays.map(overlay => ['--bind', toMerged(overlay), overlay.at]),
    ...toMounts(writable).map(({ from, at }) => ['--bind', from, at]),
  ]
  const bound = new Set(binds.map(toPath))
  const empty = hiddenFolders.filter(path => !bound.has(path))
  return [
    ...withoutNeedless([...machine, ...tmpfs, ...binds]).flat(),
    ...empty.flatMap(path => ['--remount-ro', path]),
  ]
}

/** Each mount costs part of a millisecond at every start, so mounts that are covered or change nothing are omitted. */
function withoutNeedless(all: readonly PlaceArguments[]): PlaceArguments[] {
  const byPath = new Map(all.map(place => [toPath(place), place]))
  const places = [...byPath.values()].sort((a, b) => toDepth(toPath(a)) - toDepth(toPath(b)))
  return places.filter(place => !(isToBeRead(place) && isToBeRead(findAround(byPath, toPath(place)))))
}

/** The innermost place around another one. */
function findAround(byPath: ReadonlyMap<string, PlaceArguments>, path: string): PlaceArguments | undefined {
  if (path === '/') return undefined
  const parent = dirname(path)
  return byPath.get(parent) ?? findAround(byPath, parent)
}

/** Whether it shows the machine's own content. */
function isToBeRead(place: PlaceArguments | undefined): boolean {
  return place?.[0] === '--ro-bind' && place[1] === place[2]
}

function toPath(place: PlaceArguments): string {
  return place.at(-1) ?? '/'
}

/** A mount on a link would affect the target of the link outside. */
export function toMounts(paths: readonly string[]): Mount[] {
  return paths.flatMap(findReal).map(path => ({ from: path, at: path }))
}

function toDepth(path: string): number {
  return path === '/' ? 0 : path.split('/').length
}

/** The real path of a folder behind links; none if it does not exist. */
function findRealFolder(path: string): string[] {
  return findReal(path).filter(real => real !== '/' && lstatSync(real).isDirectory())
}

function findReal(path: string): string[] {
  try {
    return [realpathSync(path)]
  } catch {
    return [] // not on this machine
  }
}
