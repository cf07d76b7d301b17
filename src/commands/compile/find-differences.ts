/** The edges of a compiled workflow, by job. Read line by line, because we wrote it. */
function readNeeds(text: string): Map<string, string> {
  const needs = new Map<string, string>()
  let job = ''
  for (const line of text.split('\n')) {
    job = /^ {2}([\w-]+):$/.exec(line)?.[1] ?? job
    const list = /^ {4}needs: \[(.*)\]$/.exec(line)?.[1]
    if (list !== undefined && job.startsWith('task-')) needs.set(job.slice('task-'.length), toTasks(list))
  }
  return needs
}

function toTasks(list: string): string {
  const tasks = list.split(', ').flatMap(job => (job.startsWith('task-') ? [job.slice('task-'.length)] : []))
  return tasks.join(', ') || 'nothing'
}

/** How a workflow differs from the plan, a sentence each. Empty: it is up to date. */
export function findDifferences(before: string, after: string): string[] {
  if (before === after) return []
  const [old, now] = [readNeeds(before), readNeeds(after)]
  const differences = [
    ...[...now.keys()].filter(task => !old.has(task)).map(task => `task ${task} has no job`),
    ...[...old.keys()].filter(task => !now.has(task)).map(task => `the plan no longer has task ${task}`),
    ...[...now]
      .filter(([task, needs]) => old.has(task) && old.get(task) !== needs)
      .map(([task, needs]) => `${task} needs ${needs} in the plan, ${old.get(task)} in the workflow`),
  ]
  return differences.length > 0
    ? differences
    : ['other parts of the file were edited, or come from another version']
}
