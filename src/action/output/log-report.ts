import type { Report } from '../../model/report.ts'
import { plainPaint } from '../../report/terminal/paint.ts'
import { toReportText } from '../../report/terminal/report-text.ts'
import type { Step } from '../step/step.ts'

/** Prints a report to the log of a step, without line limits and colours. */
export function logReport({ log }: Pick<Step, 'log'>, report: Report, isPushed: boolean): void {
  const page = { paint: plainPaint, columns: Number.POSITIVE_INFINITY, program: 'parallel-agents', isPushed }
  log.line(toReportText(report, page))
}
