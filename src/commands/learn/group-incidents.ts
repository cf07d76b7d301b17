import { createHash } from 'node:crypto'
import type { Incident, Lesson } from '../../model/lesson.ts'

type Topic = Pick<Incident, 'kind' | 'file' | 'text'>

interface Group {
  readonly first: Incident
  file: string | null
  readonly words: ReadonlySet<string>
  /** By run and task. */
  readonly evidence: Map<string, Incident>
}

/** Texts about the same file are alike when they share this part of their words; about different ones, more. */
const alikeInFile = 0.3
const alikeAnywhere = 0.6
const fewestWords = 3
const mostWords = 40
/** Results of strangers can have any number of findings. */
const mostIncidents = 5000

export interface Grouped {
  readonly lessons: readonly Lesson[]
  readonly single: number
}

/** What happened in more than one task, the most frequent first. Incidents belong together by their kind, file and words. */
export function groupIncidents(incidents: readonly Incident[]): Grouped {
  const groups: Group[] = []
  const sorted = incidents.toSorted((a, b) => (a.run < b.run ? -1 : a.run > b.run ? 1 : 0))
  for (const incident of sorted.slice(-mostIncidents)) {
    const words = toWords(incident.text)
    const found = groups.find(group => isAlike(group.first.kind, group, incident, words))
    const group = found ?? { first: incident, file: incident.file, words, evidence: new Map() }
    if (found === undefined) groups.push(group)
    if (group.file !== incident.file) group.file = null
    group.evidence.set(`${incident.run}/${incident.task}`, incident)
  }
  const repeated = groups.filter(({ evidence }) => evidence.size > 1)
  return {
    lessons: repeated.sort((a, b) => b.evidence.size - a.evidence.size).map(toLesson),
    single: groups.length - repeated.length,
  }
}

/** Whether an incident is about what a lesson of an earlier time is about. */
export function isAbout(topic: Topic, incident: Incident): boolean {
  const group = { file: topic.file, words: toWords(topic.text) }
  return isAlike(topic.kind, group, incident, toWords(incident.text))
}

function isAlike(
  kind: Incident['kind'],
  group: Pick<Group, 'file' | 'words'>,
  incident: Incident,
  words: ReadonlySet<string>,
): boolean {
  if (kind !== incident.kind) return false
  const isSameFile = group.file !== null && group.file === incident.file
  if (isSameFile) return kind === 'conflict' || toLikeness(group.words, words) >= alikeInFile
  // What is said of every such file is about the file.
  if (kind === 'conflict' || (kind === 'refusal' && incident.file !== null)) return false
  return (
    Math.min(group.words.size, words.size) >= fewestWords && toLikeness(group.words, words) >= alikeAnywhere
  )
}

/** The share of words that two texts have in common (Jaccard 1901). */
function toLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter(word => b.has(word)).length
  const all = a.size + b.size - common
  return all === 0 ? 1 : common / all
}

/** Words without numbers, which differ from run to run. */
function toWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}_]{3,}/gu) ?? []
  return new Set(words.slice(0, mostWords))
}

function toLesson({ first, file, words, evidence }: Group): Lesson {
  const { kind, text } = first
  const digest = createHash('sha256').update(`${kind}\0${first.file ?? ''}\0${[...words].sort().join(' ')}`)
  return {
    key: digest.digest('hex').slice(0, 6),
    kind,
    file,
    text,
    count: evidence.size,
    evidence: [...evidence.values()].map(({ run, task }) => ({ run, task })),
  }
}
