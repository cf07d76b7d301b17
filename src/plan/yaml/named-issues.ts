import { readYaml } from './yaml-document.ts'

/** The issues of tasks in the text of a plan that may be invalid: those that it wants to be answered. */
export function listNamedIssues(text: string, only: readonly string[]): number[] {
  const document = readYaml(text)
  if ('message' in document) return []
  const { tasks, issues } = toMapping(document.value)
  if (toMapping(issues).answer === false) return []
  const numbers = Object.entries(toMapping(tasks))
    .filter(([id]) => only.length === 0 || only.includes(id))
    .map(([, task]) => toMapping(task).issue)
  return [...new Set(numbers)].filter(
    (number): number is number => Number.isSafeInteger(number) && (number as number) > 0,
  )
}

function toMapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
