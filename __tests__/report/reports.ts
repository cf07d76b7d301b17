import type { Report, TaskReport } from '../../src/model/report.ts'
import { nothingReported } from '../support/nothing-reported.ts'

/** A landed task. */
export function makeTaskReport(given: Partial<TaskReport> = {}): TaskReport {
  return {
    title: 'x',
    outcome: 'succeeded',
    landing: 'landed',
    reason: null,
    branch: null,
    base: null,
    commit: null,
    kept: null,
    attempts: 1,
    filesChanged: 1,
    agentSeconds: 1,
    seconds: 1,
    startedAt: '2026-11-20T10:00:00.000Z',
    finishedAt: '2026-11-20T10:00:01.000Z',
    tokens: null,
    costUsd: null,
    ...nothingReported,
    log: null,
    summary: null,
    testDefinitions: [],
    weakenedTests: [],
    reviews: [],
    messages: [],
    workPlan: null,
    checkoutChanges: [],
    resources: null,
    notKept: null,
    rolledBack: false,
    ...given,
  }
}

/** A run whose result did not land. */
export function makeReport(tasks: Readonly<Record<string, TaskReport>>): Report {
  return {
    version: 2,
    retryAt: null,
    deniedHosts: [],
    cost: null,
    budget: null,
    resources: null,
    run: '20261120-101500-ab12',
    plan: 'Plan',
    target: 'main',
    base: 'a'.repeat(40),
    status: 'partial',
    maxParallel: 4,
    tasks,
    integration: {
      branch: null,
      commit: null,
      tree: null,
      tests: 'none',
      testRuns: 0,
      testsRemembered: false,
      failsOnBase: [],
      failing: [],
      flaky: [],
      warnings: [],
      conflicts: [],
      reviews: [],
      comparisons: [],
      forecast: [],
      problem: null,
      trouble: null,
      land: { mode: 'none', done: false, message: null },
    },
    timing: {
      wallSeconds: 1,
      taskSeconds: 1,
      integrationSeconds: 0,
      criticalPathSeconds: 1,
      lowerBoundSeconds: 1,
      speedup: null,
    },
  }
}
