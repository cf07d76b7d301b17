import { posix } from 'node:path'
import { listSections, readChangelog } from '../formats/changelog.ts'
import { spaceHeadings } from '../formats/headings.ts'
import {
  findDoubtful,
  isLineSet,
  readLineSet,
  toAttributeKey,
  toPatternKey,
  toRecordKey,
} from '../formats/line-set.ts'
import { mergeTexts, type Reader } from '../members/merge-containers.ts'
import { declined, type Resolution, type TextConflict } from '../text/text-conflict.ts'
import type { Three } from '../text/three-way.ts'

/** Merges files whose lines are a set or a log: each side's additions are kept, its removals applied. */
export function resolveLines({ path, base = '', ours, theirs }: TextConflict): Resolution {
  const texts: Three<string> = [base, ours, theirs]
  const isMarkdown = /\.(md|markdown)$/i.test(path) || isChangelog(path)
  if (isMarkdown && base === '') return declined('the file is new on both sides')
  if (isMarkdown) return resolveChangelog(texts, isChangelog(path))
  const read = tryReader(path)
  if (isLog(path) && findDoubtful(base, ours, theirs) !== undefined)
    return declined('both sides added the same line: it may have happened twice')
  return read === undefined
    ? declined('its lines are neither a set nor a log')
    : mergeTexts(texts, read, { decide: () => undefined, mergesAdded: false })
}

function tryReader(path: string): Reader | undefined {
  const name = posix.basename(path)
  if (/\.(jsonl|ndjson)$/i.test(name)) return text => readLineSet(text, toRecordKey, () => false)
  if (isLog(name))
    return text =>
      readLineSet(
        text,
        line => `line ${line}`,
        () => false,
      )
  const toKey = name === '.gitattributes' ? toAttributeKey : toPatternKey
  return isLineSet(name) ? text => readLineSet(text, toKey, line => line.startsWith('#')) : undefined
}

function isLog(path: string): boolean {
  return /\.(log|jsonl|ndjson)$/i.test(path)
}

function isChangelog(path: string): boolean {
  return /^(changelog|changes|history|news|releases?)([-_.]\w+)?(\.(md|markdown|txt))?$/i.test(
    posix.basename(path),
  )
}

/**
 * Changelogs are merged section by section. If both sides added sections, entries of one may belong under the other too (a release
 * of an older line): that is for people, unless most of them are there already.
 */
function resolveChangelog(texts: Three<string>, isLog: boolean): Resolution {
  const [base, ours, theirs] = texts.map(listSections) as unknown as Three<ReturnType<typeof listSections>>
  const known = new Set(base.map(section => section.title))
  const [left, right] = [ours, theirs].map(sections => sections.filter(section => !known.has(section.title)))
  const mine = new Set(left?.map(section => section.title))
  const added = right?.filter(section => !mine.has(section.title)) ?? []
  const titles = [...mine, ...added.map(({ title }) => title)]
  if (added.length > 0 && mine.size > 0 && titles.some(title => toRelease(title) !== undefined || isLog)) {
    const carried = new Set(ours.flatMap(section => section.entries))
    const entries = added.flatMap(section => section.entries)
    const count = entries.filter(entry => carried.has(entry)).length
    const releases = new Set(left?.map(section => toRelease(section.title)))
    const isSame = added.some(({ title }) => toRelease(title) !== undefined && releases.has(toRelease(title)))
    if (count * 2 < entries.length || isSame) return declined('both sides added sections')
  }
  const merged = mergeTexts(texts, readChangelog, { decide: () => undefined, mergesAdded: true })
  return merged.kind === 'resolved' ? { ...merged, text: spaceHeadings(merged.text, texts) } : merged
}

function toRelease(title: string): string | undefined {
  return /\d+\.\d+(\.\d+)?/.exec(title)?.[0]
}
