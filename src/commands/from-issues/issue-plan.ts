import { toPlainCharacters } from '../../model/foreign-text.ts'
import { toInertLine } from '../../model/inert-text.ts'
import type { PlanSettings } from '../../plan/proposal/proposed-plan.ts'
import type { IssueTask } from './sort-issues.ts'

const longestTitle = 200

export interface IssuePlan {
  readonly query: string
  /** The label that approves issues. */
  readonly label: string | undefined
  readonly tasks: readonly IssueTask[]
  readonly settings: PlanSettings
  /** Lines for the reader of the plan. */
  readonly remarks: readonly string[]
}

/** The text of a plan for people to read and edit. Foreign text is quoted as JSON, which is YAML. */
export function toIssuePlanText({ query, label, tasks, settings, remarks }: IssuePlan): string {
  const { integration, issues, ...others } = settings
  const given = typeof issues === 'object' && issues !== null ? issues : {}
  const ofIssues = { ...given, ...(label === undefined ? {} : { label }) }
  return [
    `# From the issues of the query ${JSON.stringify(toComment(query))}. Their texts are read when the plan runs.`,
    ...remarks.map(remark => `# ${toComment(remark)}`),
    `name: ${JSON.stringify(toPlanName(tasks))}`,
    ...toEntries(others),
    ...(Object.keys(ofIssues).length === 0 ? [] : [`issues: ${JSON.stringify(ofIssues)}`]),
    '',
    'tasks:',
    ...tasks.flatMap(toTaskLines),
    ...(integration === undefined ? [] : ['', 'integration:', ...toEntries(integration).map(indent)]),
    '',
  ].join('\n')
}

/** The same for the same issues, so that their next run updates their pull request. */
function toPlanName(tasks: readonly IssueTask[]): string {
  const numbers = tasks.map(({ issue }) => String(issue.number))
  const last = numbers.at(-1) ?? ''
  if (numbers.length <= 1) return `Issue ${last}`
  const name = `Issues ${numbers.slice(0, -1).join(', ')} and ${last}`
  return name.length <= longestTitle ? name : `${name.slice(0, longestTitle - 1)}…`
}

function toEntries(values: unknown): string[] {
  return Object.entries(values as object).map(([key, value]) => `${toKey(key)}: ${JSON.stringify(value)}`)
}

function toKey(key: string): string {
  return /^[a-z][a-z-]*$/.test(key) ? key : JSON.stringify(key)
}

function toTaskLines({ id, issue, needs, files, test }: IssueTask): string[] {
  return [
    `  ${id}: # ${issue.html_url.replace(/\s/g, '')}`,
    `    title: ${JSON.stringify(toInertLine(toPlainCharacters(issue.title)).slice(0, longestTitle) || 'Without a title')}`,
    `    issue: ${issue.number}`,
    ...(needs.length === 0 ? [] : [`    needs: [${needs.join(', ')}]`]),
    ...(files.length === 0 ? [] : [`    files: ${JSON.stringify(files)}`]),
    ...(test === undefined ? [] : [`    test: ${JSON.stringify(test)}`]),
  ]
}

function indent(line: string): string {
  return `  ${line}`
}

function toComment(text: string): string {
  return toInertLine(toPlainCharacters(text))
}
