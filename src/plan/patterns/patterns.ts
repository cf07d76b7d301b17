import { byFolder } from './by-folder.ts'
import { byLayer } from './by-layer.ts'
import { contractFirst } from './contract-first.ts'
import { fanOut } from './fan-out.ts'
import type { PlanPattern } from './plan-pattern.ts'
import { testsBeside } from './tests-beside.ts'

/** The ready plans of `init --pattern`, by name. */
export const planPatterns = {
  'contract-first': contractFirst,
  'by-layer': byLayer,
  'by-folder': byFolder,
  'tests-beside': testsBeside,
  'fan-out': fanOut,
} as const satisfies Record<string, PlanPattern>

export type PatternName = keyof typeof planPatterns

export const patternNames = Object.keys(planPatterns) as PatternName[]
