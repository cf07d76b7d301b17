import { tryKeyFormat } from '../formats/key-formats.ts'
import { isWord } from '../formats/list-items.ts'
import { countItems } from '../text/count-items.ts'

/**
 * Compares the contents of files of keys and values, independent of their formatting: a value that one side changed must be there as on that
 * side, at the same place, and an unchanged one as before. Values that both sides changed differently are not checked here.
 *
 * @returns The places of wrong values, such as `services.web.image`; none if a version is unreadable.
 */
export async function findWrongValues(
  path: string,
  text: string,
  versions: { readonly base: string | undefined; readonly ours: string; readonly theirs: string },
): Promise<string[]> {
  const { toValue } = (await tryKeyFormat(path)) ?? {}
  if (toValue === undefined) return []
  try {
    const [base, ours, theirs] = [versions.base ?? '', versions.ours, versions.theirs].map(toValue)
    return compare({ base, ours, theirs, result: toValue(text) }, [])
  } catch {
    return [] // syntax is checked elsewhere
  }
}

interface Values {
  readonly base: unknown
  readonly ours: unknown
  readonly theirs: unknown
  readonly result: unknown
}

function compare({ base, ours, theirs, result }: Values, place: readonly string[]): string[] {
  if (isObject(ours) && isObject(theirs) && isObject(result))
    return compareKeys({ base: isObject(base) ? base : {}, ours, theirs, result }, place)
  const [before, left, right] = [base, ours, theirs].map(toComparable)
  const isContested = left !== right && left !== before && right !== before
  const wanted = left === before ? right : left
  const isRight = isContested ? isMergedList({ base, ours, theirs, result }) : toComparable(result) === wanted
  return isRight ? [] : [place.join('.')]
}

/** Of values that both sides changed differently, only lists can be checked. */
function isMergedList({ base, ours, theirs, result }: Values): boolean {
  if (!Array.isArray(ours) || !Array.isArray(theirs) || !Array.isArray(result)) return true
  return isMerged([Array.isArray(base) ? base : [], ours, theirs, result])
}

type Keyed = Readonly<Record<string, unknown>>

function compareKeys(
  { base, ours, theirs, result }: Readonly<Record<keyof Values, Keyed>>,
  place: readonly string[],
): string[] {
  const keys = new Set([base, ours, theirs, result].flatMap(Object.keys))
  return [...keys].flatMap(key => {
    const values = { base: base[key], ours: ours[key], theirs: theirs[key], result: result[key] }
    return compare(values, [...place, key])
  })
}

/** Whether the last of these lists has each item as often as base, ours and theirs require. */
function isMerged(lists: readonly (readonly unknown[])[]): boolean {
  if (lists.flat().some(isObject)) return true // an item may be merged by itself
  const counts = lists.map(items => countItems(items.map(toComparable)))
  const items = new Set(counts.flatMap(count => [...count.keys()]))
  return [...items].every(item => {
    const [base = 0, ours = 0, theirs = 0, result = 0] = counts.map(count => count.get(item) ?? 0)
    return result === ours + theirs - base || isShared(item, { base, ours, theirs, result })
  })
}

/**
 * Items that both sides added may appear once if they are independent of their neighbours; items that both removed may be one and
 * the same.
 */
function isShared(
  item: string,
  { base, ours, theirs, result }: Readonly<Record<keyof Values, number>>,
): boolean {
  const isWithin = result >= Math.min(ours, theirs) && result <= Math.max(ours, theirs)
  if (ours < base && theirs < base) return isWithin
  return isWithin && base === 0 && ours === 1 && theirs === 1 && isWord(String(JSON.parse(item)))
}

function isObject(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

/** The same text for the same value, independent of key order. */
function toComparable(value: unknown): string {
  return JSON.stringify(value, (_, inner) => (isObject(inner) ? toSorted(inner) : inner)) ?? 'undefined'
}

function toSorted(value: Keyed): Keyed {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
