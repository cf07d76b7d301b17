import type { Report } from '../../model/report.ts'
import { toSpan } from './duration.ts'
import { toCount } from './text.ts'

/** Resources that a run used, and whether the machine was the bottleneck; empty if unknown. */
export function toResourceLines({ resources, maxParallel }: Report): string[] {
  if (resources === null || resources.mostAtOnce === 0) return []
  const { cores, cpuSeconds, memoryBytes, diskBytes, mostAtOnce, bottleneck } = resources
  const use = [
    `at most ${toCount(mostAtOnce, 'task')} at once`,
    `${toSpan(cpuSeconds)} of CPU on ${cores} ${cores === 1 ? 'core' : 'cores'}`,
    `${toSize(memoryBytes)} of memory`,
    ...(diskBytes < 1000 ? [] : [`${toSize(diskBytes)} of disk`]),
  ]
  if (bottleneck === null) return [use.join(' · ')]
  const hint = `${bottleneck.waited} agents waited for CPU: \`max-parallel: ${bottleneck.maxParallel}\` would have been as fast as ${Math.min(maxParallel, mostAtOnce)}`
  return [use.join(' · '), hint]
}

const units = ['kB', 'MB', 'GB', 'TB']

/** `0 MB`, `350 kB`, `1.2 GB`. */
export function toSize(bytes: number): string {
  if (bytes < 1000) return '0 MB'
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ${units[power - 1]}`
}
