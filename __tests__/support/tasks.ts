import type { Task } from '../../src/model/plan.ts'

/** A checked task with what a test does not care about filled in. */
export function makeTask(id: string, given: Partial<Task> = {}): Task {
  return {
    id,
    title: id,
    prompt: id,
    needs: [],
    after: [],
    agent: 'claude',
    env: {},
    timeoutMinutes: 60,
    stallMinutes: 10,
    retry: 'continue',
    retries: 1,
    retryChanges: [],
    budget: {},
    reviews: [],
    allowNoChanges: false,
    ...given,
  }
}

/** Tasks from edges: `{ d: ['b', 'c'] }` means that d needs b and c. */
export function makeTasks(edges: Readonly<Record<string, readonly string[]>>): Task[] {
  return Object.entries(edges).map(([id, needs]) => makeTask(id, { needs }))
}
