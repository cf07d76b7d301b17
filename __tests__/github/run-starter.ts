import type { Event, Services } from './runner/run-facts.ts'
import { WorkflowRun } from './runner/workflow-run.ts'
import type { Repository } from './services/repository.ts'
import { matchesEvent } from './workflow/events.ts'
import type { Inputs } from './workflow/inputs.ts'
import { loadWorkflow, type WorkflowSource } from './workflow/load-workflow.ts'
import { readWorkflow, type Workflow } from './workflow/read-workflow.ts'

export interface StartRequest {
  readonly repository: Repository
  /** `.github/workflows/…` */
  readonly path: string
  /** Full ref of a branch. */
  readonly ref: string
  readonly event: Event
  readonly inputs?: Inputs
}

/** Starts runs, and knows all that were started. */
export class RunStarter {
  readonly runs: WorkflowRun[] = []
  private readonly services: Services

  constructor(services: Services) {
    this.services = services
  }

  async start({ repository, path, ref, event, inputs = {} }: StartRequest): Promise<WorkflowRun> {
    const sha = await repository.git('rev-parse', ref)
    const { name } = await this.readWorkflow(repository, sha, path)
    const facts = {
      id: this.runs.length + 1,
      number: this.countRuns(repository, path) + 1,
      repository,
      event: { ...event, payload: { ...event.payload, ...toSender(repository, event) } },
      ref,
      sha,
      workflowName: name,
      workflowPath: path,
    }
    const place = { repository: repository.name, path, ref, sha }
    const load = () => loadWorkflow(toSource(this.services), place)
    const run = new WorkflowRun(facts, this.services, { load, inputs })
    this.runs.push(run)
    return run
  }

  /** Starts every workflow of a branch that asks for an event. */
  async startAll(repository: Repository, ref: string, event: Event): Promise<WorkflowRun[]> {
    const listed = await repository.git('ls-tree', '--name-only', ref, '.github/workflows/')
    const paths = listed.split('\n').filter(path => /\.ya?ml$/.test(path))
    const runs: WorkflowRun[] = []
    for (const path of paths) {
      const { events } = await this.readWorkflow(repository, ref, path)
      if (matchesEvent(events, event.name, { ref, action: event.payload.action })) {
        runs.push(await this.start({ repository, path, ref, event }))
      }
    }
    return runs
  }

  async readWorkflow(repository: Repository, ref: string, path: string): Promise<Workflow> {
    const content = await repository.tryRead(ref, path)
    if (content === undefined) throw new Error(`${repository.name}: no workflow ${path} in ${ref}`)
    return await readWorkflow(path, content)
  }

  private countRuns(repository: Repository, path: string): number {
    return this.runs.filter(({ facts }) => facts.repository === repository && facts.workflowPath === path)
      .length
  }
}

/** What every payload tells. */
function toSender({ name, owner, visibility }: Repository, { actor }: Event): object {
  return {
    repository: {
      name: name.split('/')[1],
      full_name: name,
      owner: { login: owner },
      private: visibility === 'private',
      default_branch: 'main',
    },
    sender: { login: actor, type: actor.endsWith('[bot]') ? 'Bot' : 'User' },
  }
}

/** Workflows of public repositories and of the same owner can be called. */
function toSource(services: Services): WorkflowSource {
  return {
    tryResolve: async (reader, name, ref) => {
      const repository = services.tryFindRepository(name)
      const isOpen = repository?.visibility === 'public' || repository?.owner === reader.split('/')[0]
      return isOpen ? await repository?.tryResolveRef(ref) : undefined
    },
    tryRead: async (name, sha, path) => await services.tryFindRepository(name)?.tryRead(sha, path),
  }
}
