import { listSome } from '../../model/names/list-some.ts'
import type { ConflictReport, IntegrationReport } from '../../model/report.ts'
import { toConflictSentence, toDecision, toOverrideTexts } from './conflict-words.ts'
import { toCount, toPlainLine } from './text.ts'

const shownNames = 5

/** The integration's results besides the landings of tasks, a line each: conflicts, tests that no task broke. */
export function toIntegrationLines({ conflicts, warnings, failsOnBase, flaky }: IntegrationReport): string[] {
  return [
    ...conflicts.map(toConflictLine),
    ...warnings.map(warning => `warning: ${warning}`),
    ...(failsOnBase.length === 0 ? [] : [`already fails on the base: ${toNames(failsOnBase)}`]),
    ...(flaky.length === 0 ? [] : [`flaky, passed when repeated on the same tree: ${toNames(flaky)}`]),
  ].map(toPlainLine)
}

/** The test result of what landed: "tests passed (3 runs)", "55 tests failed before and after, 0 new (3 runs)". */
export function toTestsText(integration: IntegrationReport): string {
  const { tests, testRuns, testsRemembered, failing, problem, commit } = integration
  if (tests === 'none' && commit === null) return problem === null ? 'nothing to test' : 'not tested'
  if (tests === 'none') return 'no integration tests'
  const told =
    tests === 'no-new-failures'
      ? `${toCount(failing.length, 'test')} failed before and after, 0 new`
      : `tests ${tests}`
  return `${told} (${testsRemembered ? 'result of an earlier run' : toCount(testRuns, 'run')})`
}

function toConflictLine(conflict: ConflictReport): string {
  const isOpen = conflict.resolution === 'unresolved'
  const { detail } = conflict
  const facts = [
    ...(detail === '' ? [] : [detail]),
    ...toOverrideTexts(conflict),
    ...toCandidateTexts(conflict),
  ]
  const head = `${isOpen ? 'conflict' : toDecision(conflict)}: ${toConflictSentence(conflict)}`
  return facts.length === 0 ? head : `${head} (${facts.join('; ')})`
}

/** `2 runs of tests: both, ours first: the test of api ended with exit code 1; …` */
function toCandidateTexts({ candidates, testRuns }: ConflictReport): string[] {
  if (candidates.length === 0 || testRuns === 0) return []
  const tried = candidates.filter(({ verdict }) => verdict !== 'not tried')
  const verdicts = tried.map(({ kind, verdict }) => `${kind}: ${verdict}`)
  return [`${toCount(testRuns, 'run')} of tests: ${verdicts.join('; ')}`]
}

/** Names of tests in one line. */
export function toNames(names: readonly string[]): string {
  return listSome(names, shownNames)
}
