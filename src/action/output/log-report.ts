import type { Report } from '../../model/report.ts'
import { plainPaint } from '../../report/terminal/paint.ts'
import { toReportText } from '../../report/terminal/report-text.ts'
import type { Step } from '../step/step.ts'

/** Prints a report into the log of a step, where lines may be of any length and colours are of no use. */
export function logReport({ log }: Pick<Step, 'log'>, report: Report, isPushed: boolean): void {
  const page = { paint: plainPaint, columns: Number.POSITIVE_INFINITY, program: 'parallel-agents', isPushed }
  log.line(toReportText(report, page))
}
