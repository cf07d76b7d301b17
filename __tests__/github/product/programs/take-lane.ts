// Speaks for the lane of a task with the token of another job: node take-lane.ts <task> <attempt> <own | its> [after]. It announces a key
// of its own under the name of its own lane, or of the lane of that task, and hands over what it has signed with it. `after`: it waits
// until that lane has ended, deletes first what both lanes have left, and ends the process that would hand over its own task.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openArtifactStore } from '../../../../src/action/artifacts/artifact-store.ts'
import { toArtifactName, toLaneArtifactName } from '../../../../src/jobs/handover/artifact-name.ts'
import { toHandoverFiles } from '../../../../src/jobs/handover/handover-files.ts'
import { HarnessKey } from '../../../../src/jobs/handover/harness-key.ts'
import { toLaneNoteText } from '../../../../src/jobs/transport/lane-note.ts'
import { writeForgery } from './forgery.ts'

const [task = '', attemptText = '1', whose = 'its', mode = ''] = process.argv.slice(2)
const {
  RUNNER_TEMP: temp = '',
  PARALLEL_AGENTS_RUN: run = '',
  PARALLEL_AGENTS_TASK: ownTask = '',
} = process.env
const attempt = Number(attemptText)
const store = await openArtifactStore(process.env as Record<string, string>)
const makeFolder = () => mkdtempSync(join(temp, 'forged-'))
const begin = (lane: string, at: number) => toLaneArtifactName(run, at, 'begin', lane)

async function findLane(wanted: string): Promise<string> {
  for (const name of (await store.list()).filter(one => one.startsWith(begin('', 1)))) {
    const folder = makeFolder()
    await store.download(name, folder, 2 ** 20)
    const { tasks } = JSON.parse(readFileSync(join(folder, 'lane.json'), 'utf8'))
    if (tasks.includes(wanted)) return name.slice(begin('', 1).length)
  }
  return ''
}

const lane = await until(() => findLane(task))
const own = await findLane(ownTask)
if (mode === 'after') {
  const ended = toLaneArtifactName(run, 1, 'lane', lane)
  await until(async () => ((await store.list()).includes(ended) ? ended : ''))
  await sleep(6000) // its job ends, too
  const handover = toArtifactName({ run, attempt: 1, task })
  for (const name of [begin(lane, 1), begin(own, 1), handover]) await store.remove(name)
}
const key = new HarnessKey()
const note = join(makeFolder(), 'lane.json')
writeFileSync(note, toLaneNoteText({ tasks: [task] }, { attempt, job: null, proof: key.publicText }))
await store.upload(
  begin(whose === 'own' ? own : lane, attempt),
  [note],
  note.slice(0, -basename(note).length),
)
const folder = makeFolder()
await writeForgery({ task, path: `${task}.txt`, folder, attempt, key })
const { manifest, branch, signature } = toHandoverFiles(task)
await store.upload(
  toArtifactName({ run, attempt, task }),
  [manifest, branch, signature].map(name => join(folder, name)),
  folder,
)

if (mode === 'after') process.kill(findHarness(process.ppid), 'SIGKILL')

function findHarness(pid: number): number {
  if (readFileSync(`/proc/${pid}/environ`, 'utf8').includes('INPUT_GITHUB-TOKEN=') && isHarness(pid))
    return pid
  return findHarness(Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]))
}

/** What was started with stolen variables has them, too. */
function isHarness(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/')
}

async function until(find: () => Promise<string>): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    const found = await find()
    if (found !== '') return found
    await sleep(200)
  }
  throw new Error('it never came')
}
