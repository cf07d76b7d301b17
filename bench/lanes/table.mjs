import { slotCounts } from './compare.mjs'
import { familyNames } from './families.mjs'

const columns = ['lanes', '4 a runner', 'no estimates', 'waves', 'native needs']

/** Means of `makespan` or `billed`: a line for each family and one for all, with a number for each number of slots. */
export function toTable(results, what) {
  const rows = [...familyNames, 'all'].map(name => {
    const ofFamily = results.filter(({ family }) => name === 'all' || family === name)
    return toLine(
      name,
      columns.map(schedule =>
        slotCounts.map(slots => toMean(ofFamily, { schedule, slots }, what).toFixed(2)).join(' '),
      ),
    )
  })
  return [toLine(`(${slotCounts.join(', ')} slots)`, columns), ...rows].join('\n  ')
}

/** Over all plans, with jobs that start in the order in which they were made. */
export function toMean(results, { schedule, slots }, what) {
  const values = results
    .filter(result => result.schedule === schedule && result.slots === slots && !result.isShuffled)
    .map(result => result[what])
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function toLine(name, cells) {
  return [name.padEnd(20), ...cells.map(cell => cell.padEnd(16))].join('').trimEnd()
}
