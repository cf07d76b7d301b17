import type { KnownAgent } from '../../model/agents/known-agents.ts'

export interface StarterWorkflow {
  /** The commit of this action, or its tag if the commit is unknown. */
  readonly pin: string
  /** `v0.2.0` */
  readonly version: string
  readonly agent: KnownAgent
  /** The variable and the secret with its key. */
  readonly key: string
  readonly planFile: string
}

export const productRepository = 'owner/parallel-agents'

/** The action that checks out a repository, by its commit. */
export const checkoutAction = 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0'

/** A workflow that works on issues: by a label, a closed prerequisite, a comment, by hand and every night. */
export function toStarterWorkflow({ pin, version, agent, key, planFile }: StarterWorkflow): string {
  const note = pin === version ? '' : ` # ${version}`
  return `# Issues become pull requests: by the label "agents", by a comment "/agents run", when an issue that they wait for is closed, by hand and every night. Only people with push access can start it.
name: Agents
on:
  issues: { types: [labeled, closed] }
  issue_comment: { types: [created] }
  workflow_dispatch:
    inputs:
      issues: { description: "Which issues, such as 12 14", type: string }
  schedule:
    - cron: "41 1 * * 1-5"

permissions: {}

jobs:
  read:
    if: >-
      github.event_name == 'issue_comment' && startsWith(github.event.comment.body, '/agents') ||
      github.event_name == 'issues' && (github.event.action == 'closed' || github.event.label.name == 'agents') ||
      !contains(fromJSON('["issue_comment", "issues"]'), github.event_name)
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions: { actions: write, contents: write, issues: write, pull-requests: write }
    outputs:
      failure: \${{ steps.read.outputs.failure }}
      asked: \${{ steps.read.outputs.asked }}
      plan-text: \${{ steps.read.outputs.plan-text }}
      run: \${{ steps.read.outputs.run }}
      tasks: \${{ steps.read.outputs.tasks }}
      feedback: \${{ steps.read.outputs.feedback }}
      approve: \${{ steps.read.outputs.approve }}
    steps:
      - uses: ${checkoutAction}
        with: { persist-credentials: false }
      - id: read
        uses: ${productRepository}@${pin}${note}
        with: { command: comment, plan: ${planFile} } # its agents, setup and tests; the tasks are the issues

  agents:
    needs: read
    if: needs.read.outputs.asked == 'run'
    concurrency: { group: "agents-issues-\${{ github.event.issue.number || github.run_id }}", cancel-in-progress: false }
    permissions: { actions: read, contents: write, issues: write, pull-requests: write }
    uses: ${productRepository}/.github/workflows/parallel-agents.yml@${pin}${note}
    with:
      plan-text: \${{ needs.read.outputs.plan-text }}
      agents: ${agent}
    secrets:
      ${key}: \${{ secrets.${key} }}

  # Continues a run on one runner, whose token can write: the sandbox keeps it from agents.
  retry:
    needs: read
    if: needs.read.outputs.asked == 'retry'
    concurrency: { group: "agents-continue-\${{ needs.read.outputs.run }}", cancel-in-progress: false, queue: max } # commands for one run wait for each other
    runs-on: ubuntu-latest
    timeout-minutes: 120
    permissions: { contents: write, issues: write, pull-requests: write }
    outputs:
      status: \${{ steps.retry.outputs.status }}
    steps:
      - uses: ${checkoutAction}
        with: { fetch-depth: 0, persist-credentials: false }
      - id: retry
        uses: ${productRepository}@${pin}${note}
        with:
          command: retry
          agents: ${agent}
          run: \${{ needs.read.outputs.run }}
          tasks: \${{ needs.read.outputs.tasks }}
          feedback: \${{ needs.read.outputs.feedback }}
          approve: \${{ needs.read.outputs.approve }}
        env:
          ${key}: \${{ secrets.${key} }}

  # Comments on the issue which job died before it could answer. When agents fail, the called workflow does.
  answer:
    needs: [read, retry]
    if: >-
      always() && (contains(fromJSON('["failure", "cancelled"]'), needs.read.result) ||
      contains(fromJSON('["failure", "cancelled"]'), needs.retry.result) && !needs.retry.outputs.status)
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions: { actions: read, issues: write, pull-requests: write }
    steps:
      - uses: ${productRepository}@${pin}${note}
        with: { command: answer, reason: "\${{ needs.read.outputs.failure }}" }
`
}
