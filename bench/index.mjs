// Shows how fast the product is, as ratios of two things that were measured in the same run. `npm run bench [-- name …]`

import { measureCheckouts } from './checkouts.mjs'
import { measureCulprits } from './culprits.mjs'
import { measureDependencies } from './dependencies.mjs'
import { measureForecast } from './forecast.mjs'
import { measureLanes } from './lanes.mjs'
import { measureMemory } from './memory.mjs'
import { measureMerging } from './merging.mjs'
import { measureOverhead } from './overhead.mjs'
import { measurePlanning } from './planning.mjs'
import { measureSandbox } from './sandbox.mjs'
import { measureScheduling } from './scheduling.mjs'
import { measureStartUp } from './start-up.mjs'
import { measureTalking } from './talking.mjs'

const benches = {
  planning: measurePlanning,
  scheduling: measureScheduling,
  overhead: measureOverhead,
  merging: measureMerging,
  culprits: measureCulprits,
  lanes: measureLanes,
  forecast: measureForecast,
  sandbox: measureSandbox,
  'start-up': measureStartUp,
  memory: measureMemory,
  talking: measureTalking,
  checkouts: measureCheckouts,
  dependencies: measureDependencies,
}
const wanted = process.argv.slice(2)

let missed = 0
for (const [name, measure] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const { what, value, limit, unit = '', detail = '' } of await measure()) {
    const isMet = limit === undefined || value <= limit
    if (!isMet) missed++
    const goal = limit === undefined ? '' : `  (at most ${limit}${unit})${isMet ? '' : '  MISSED'}`
    console.log(`${name}: ${what}: ${value.toFixed(2)}${unit}${goal}${detail === '' ? '' : `\n  ${detail}`}`)
  }
}
process.exitCode = missed > 0 ? 1 : 0
