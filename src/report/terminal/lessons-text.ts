import type { Lesson, Lessons, MeasuredProposal } from '../../model/lesson.ts'
import { fitColumns, padColumns, toCount, toPlainLine, widest } from '../text/text.ts'
import type { Paint } from './paint.ts'

interface LessonsPlace {
  readonly paint: Paint
  /** Width of the terminal; infinite where lines need not be cut. */
  readonly columns: number
}

const mostLessons = 30
const mostEvidence = 4
const indent = '  '

/** What earlier runs teach, for people: a row for each thing that happened more than once, and where. */
export function toLessonsText(lessons: Lessons, place: LessonsPlace): string {
  const { runs, tasks, single } = lessons
  if (runs === 0) return 'no runs in this clone yet (--remote also reads those of a remote)'
  const seen = `${toCount(runs, 'run')} (${toCount(tasks, 'task')})`
  const once = single === 0 ? '' : `; ${single} occurred once`
  const head =
    lessons.lessons.length === 0
      ? `no recurring problems in ${seen}${once}`
      : `${toCount(lessons.lessons.length, 'recurring problem')} in ${seen}${once}`
  const rows = toRows(lessons.lessons.slice(0, mostLessons), place)
  const left = lessons.lessons.length - mostLessons
  return [
    head,
    ...(rows.length === 0 ? [] : ['', ...rows]),
    ...(left > 0 ? [`${indent}… ${left} more (--json lists all)`] : []),
    ...lessons.proposals.flatMap(proposal => ['', ...placeProposal(proposal, place)]),
  ].join('\n')
}

function toRows(lessons: readonly Lesson[], { paint, columns }: LessonsPlace): string[] {
  const counts = lessons.map(({ count }) => `${count}×`)
  const widths = [widest(counts), widest(lessons.map(({ kind }) => kind))] as const
  return lessons.flatMap(({ key, kind, evidence, ...topic }, index) => {
    const count = padColumns(counts[index] ?? '', widths[0], 'left')
    const front = `${indent}${count}${indent}${padColumns(kind, widths[1])}${indent}`
    const places = toEvidence(evidence)
    return [
      `${paint.bold(front)}${fitColumns(toTopic(topic), columns - front.length)}`,
      paint.dim(fitColumns(`${' '.repeat(widths[0] + 4)}${key}  ${places}`, columns)),
    ]
  })
}

/** `20261120-101500-ab12 api, docs · 20261121-…`. */
function toEvidence(evidence: Lesson['evidence']): string {
  const tasks = new Map<string, string[]>()
  for (const { run, task } of evidence) tasks.set(run, [...(tasks.get(run) ?? []), task])
  const runs = [...tasks].map(([run, names]) => `${run} ${names.join(', ')}`)
  const more = runs.length - mostEvidence
  return [...runs.slice(-mostEvidence), ...(more > 0 ? [`${toCount(more, 'earlier run')}`] : [])].join(' · ')
}

/** What a lesson is about, on one line. */
export function toTopic({ file, text }: Pick<Lesson, 'file' | 'text'>): string {
  return toPlainLine(file === null ? text : `${file}: ${text}`)
}

function placeProposal(
  { run, landedAt, runsBefore, runsSince, lessons }: MeasuredProposal,
  { paint, columns }: LessonsPlace,
): string[] {
  const head = `proposal of ${run}, landed ${landedAt.slice(0, 10)} (${toCount(runsBefore, 'run')} before, ${runsSince} since)`
  return [
    head,
    ...lessons.map(({ before, since, ...topic }) => {
      const colour = since === 0 ? paint.green : since < before ? paint.yellow : paint.red
      const counts = `${indent}${before}× before, ${since}× since${indent}`
      return `${colour(counts)}${fitColumns(toTopic(topic), columns - counts.length)}`
    }),
  ]
}
