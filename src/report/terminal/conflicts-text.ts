import type { ForecastConflict } from '../../model/forecast-conflict.ts'
import {
  type ConflictStory,
  toDecidedText,
  toStoryHead,
  tryCandidatesText,
} from '../text/conflict-stories.ts'
import { toForecastSentence } from '../text/forecast-lines.ts'
import { toPlainLine } from '../text/text.ts'

/** Each conflict of a run: both sides, the candidates, the decision, next steps. */
export function toConflictsText(
  stories: readonly ConflictStory[],
  coming: readonly ForecastConflict[],
): string {
  const parts = [
    ...stories.map(toStoryText),
    ...coming.map(conflict => `coming: ${toForecastSentence(conflict)}`),
  ]
  return parts.length === 0 ? 'no conflicts' : parts.join('\n\n')
}

function toStoryText(story: ConflictStory): string {
  const lines = [
    toStoryHead(story),
    ...story.sides.flatMap(({ task, title, prompt, summary }) => [
      `  ${task}: ${title}${prompt === null || prompt === title ? '' : `: ${prompt}`}`,
      ...(summary === null ? [] : [`    its agent: ${summary}`]),
    ]),
    `  ${toDecidedText(story)}`,
    ...toCandidateLines(story),
    ...story.next.map(command => `  next: ${command}`),
  ]
  return lines.map(line => line.slice(0, line.search(/\S/)) + toPlainLine(line)).join('\n')
}

function toCandidateLines(story: ConflictStory): string[] {
  const head = tryCandidatesText(story)
  if (head === undefined) return []
  const rows = story.candidates.map(({ kind, verdict }, index) => `    ${index + 1}. ${kind}: ${verdict}`)
  return [`  ${head}`, ...rows]
}
