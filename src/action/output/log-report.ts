import type { Report } from '../../model/report.ts'
import { plainPaint } from '../../report/terminal/paint.ts'
import { makeReportText } from '../../report/terminal/report-text.ts'
import type { Step } from '../step/step.ts'

/** For people who look at the page of a workflow run. */
export const resumeByJobs = 'choose "Re-run failed jobs"'
export const resumeByInput = 'start it again with the input `run`'

export interface LogPage {
  readonly isPushed: boolean
  /** What resumes a run that was stopped. */
  readonly resume: string
}

/** Prints a report to the log of a step, without line limits and colours. */
export function logReport({ log }: Pick<Step, 'log'>, report: Report, page: LogPage): void {
  const columns = Number.POSITIVE_INFINITY
  log.line(makeReportText(report, { ...page, paint: plainPaint, columns, program: 'parallel-agents' }))
}
