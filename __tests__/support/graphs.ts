import fc from 'fast-check'
import type { Task } from '../../src/model/plan.ts'
import { makeTask } from './tasks.ts'

/** Acyclic: each task needs some of the tasks before it; then the order of the plan is shuffled. */
export const graphs = fc
  .integer({ min: 1, max: 25 })
  .chain(size =>
    fc.tuple(
      fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: size, maxLength: size }),
      fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size }),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: size, maxLength: size }),
    ),
  )
  .map(([needs, order, minutes]) => {
    const tasks = needs.map((some, index) =>
      makeTask(`t${index}`, {
        needs: index === 0 ? [] : [...new Set(some.map(n => `t${n % index}`))],
        estimateMinutes: minutes[index] as number,
      }),
    )
    return order.map(index => tasks[index] as Task)
  })
