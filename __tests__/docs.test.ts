import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse, parseAllDocuments } from 'yaml'
import { commandNames } from '../src/action/inputs/inputs.ts'
import { createProgram } from '../src/cli/program.ts'
import type { Terminal } from '../src/cli/terminal/terminal.ts'
import { agentTable } from '../src/model/agents/agent-table.ts'
import { planPatterns } from '../src/plan/patterns/patterns.ts'
import { readPlan } from '../src/plan/schema/read-plan.ts'
import { pages, readPage, top } from './support/pages.ts'
import { listShellCommands, tryCallProblem, tryOwnArguments } from './support/shell-calls.ts'

interface Block {
  readonly page: string
  readonly text: string
}

function listBlocks(language: string): Block[] {
  return pages.flatMap(page =>
    [...readPage(page).matchAll(new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map(
      match => ({
        page,
        text: match[1] as string,
      }),
    ),
  )
}

/** Each call of the action or of the reusable workflow in a value of YAML, with the names of its inputs. */
function listCalls(value: unknown): { readonly uses: string; readonly names: readonly string[] }[] {
  if (typeof value !== 'object' || value === null) return []
  const { uses, with: inputs } = value as { readonly uses?: unknown; readonly with?: object | null }
  const inner = Object.values(value).flatMap(listCalls)
  if (typeof uses !== 'string' || !uses.startsWith('owner/parallel-agents')) return inner
  return [{ uses, names: Object.keys(inputs ?? {}) }, ...inner]
}

/** The names of all properties in a JSON Schema, at any depth. */
function listKeys(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties = {} } = schema as { properties?: object }
  return [...Object.keys(properties), ...Object.values(schema).flatMap(listKeys)]
}

/** Headings as GitHub makes anchors of them. */
function listAnchors(path: string): string[] {
  return [...readPage(path).matchAll(/^#+ (.*)$/gm)].map(match => {
    const words = (match[1] as string).toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '')
    return words.trim().replaceAll(' ', '-')
  })
}

function isBroken(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  if (!existsSync(join(top, target))) return true
  return anchor !== undefined && target.endsWith('.md') && !listAnchors(target).includes(anchor)
}

describe('the documents', () => {
  test('have no broken links', () => {
    const broken = pages.flatMap(page => {
      const text = readPage(page).replace(/```[\s\S]*?```/g, '')
      const links = [...text.matchAll(/(?:\]\(|(?:src|srcset)=")([^)"\s]+)/g)].map(
        match => match[1] as string,
      )
      return links
        .filter(link => !/^(https?|mailto):/.test(link) && isBroken(page, link))
        .map(link => `${page}: ${link}`)
    })
    expect(broken).toEqual([])
  })

  test('show only YAML that can be read, and only plans that are valid', () => {
    const blocks = listBlocks('yaml')
    const unreadable = blocks.filter(({ text }) =>
      parseAllDocuments(text).some(({ errors }) => errors.length > 0),
    )
    const plans = blocks.filter(({ text }) => /^tasks:/m.test(text))
    for (const { page, text } of plans)
      expect(() => readPlan({ name: page, text, readPrompt: () => '', isFolder: () => false })).not.toThrow()

    expect(unreadable).toEqual([])
    expect(plans.length).toBeGreaterThanOrEqual(7)
  })

  const actionInputs = Object.keys(parse(readPage('action.yml')).inputs)
  const workflowInputs = Object.keys(
    parse(readPage('.github/workflows/parallel-agents.yml')).on.workflow_call.inputs,
  )

  test('pass only existing inputs to the action and to the reusable workflow', () => {
    const calls = listBlocks('yaml').flatMap(({ page, text }) =>
      parseAllDocuments(text).flatMap(document =>
        listCalls(document.toJS()).map(call => ({ page, ...call })),
      ),
    )
    const unknown = calls.flatMap(({ page, uses, names }) => {
      const known = uses.includes('.yml@') ? workflowInputs : actionInputs
      return names.filter(name => !known.includes(name)).map(name => `${page}: ${uses}: ${name}`)
    })
    expect(unknown).toEqual([])
    expect(calls.filter(({ names }) => names.length > 0).length).toBeGreaterThan(5)
  })

  test('name every command of the action and every input of the reusable workflow', () => {
    const page = readPage('docs/action.md')
    const toNames = (table: string | undefined) =>
      [...(table ?? '').matchAll(/^\| ((?:`[\w-]+`(?:, )?)+) \|/gm)].flatMap(([, cell = '']) =>
        cell.replaceAll('`', '').split(', '),
      )
    const [, workflow] = page.split('| with | |')
    const [, commands] = page.split('\n## Commands\n')
    expect(toNames(workflow?.split('\n\n')[0]).toSorted()).toEqual(workflowInputs.toSorted())
    expect(toNames(commands?.split('\n## ')[0]).toSorted()).toEqual([...commandNames].toSorted())
  })

  test('have a row for every key of a plan', () => {
    const keys = new Set(listKeys(JSON.parse(readPage('schema/plan.json'))))
    const rows = [...readPage('docs/plan.md').matchAll(/^\| `(?:[^`]*\.)?([^`.]+)` \|/gm)].map(
      ([, key]) => key,
    )
    expect(keys.size).toBeGreaterThan(100)
    expect([...keys].filter(key => !rows.includes(key))).toEqual([])
  })

  const program = createProgram({} as Terminal)
  const shown = listBlocks('sh').flatMap(({ page, text }) =>
    listShellCommands(text).map(words => ({ page, words })),
  )
  const toProblems = ({ page, words }: { readonly page: string; readonly words: readonly string[] }) => {
    const call = tryOwnArguments(words)
    const problem = call && tryCallProblem(program, call)
    return problem === undefined ? [] : [`${page}: ${words.join(' ')}: ${problem}`]
  }

  test('show only existing commands, options and arguments', () => {
    expect(shown.flatMap(toProblems)).toEqual([])
    expect(shown.filter(({ words }) => tryOwnArguments(words) !== undefined).length).toBeGreaterThan(20)
  })

  test('show only programs that a reader has, besides our own', () => {
    const usual = ['alias', 'bash', 'cd', 'gh', 'git', 'npm']
    const others = shown.filter(({ words }) => tryOwnArguments(words) === undefined)
    expect(others.filter(({ words: [program = ''] }) => !usual.includes(program))).toEqual([])
  })

  test('name only existing commands and options, also within sentences', () => {
    const spans = pages.flatMap(page =>
      [...readPage(page).matchAll(/`((?:npx )?parallel-agents [^`]+)`/g)].map(([, span = '']) => ({
        page,
        span,
      })),
    )
    const calls = spans.flatMap(({ page, span }) => listShellCommands(span).map(words => ({ page, words })))
    expect(calls.flatMap(toProblems)).toEqual([])
    expect(calls.length).toBeGreaterThan(50)
  })

  test.each([
    ['git pull && parallel-agents runn', 'unknown command runn'],
    ['cat plan.yml | npx parallel-agents run --no-such', 'unknown option --no-such'],
    ['node dist/cli/index.js logs one two', 'too many arguments: one two'],
    ['parallel-agents merge --land push x # --nothing', undefined],
  ])('would find the mistake in "%s"', (line, problem) => {
    expect(
      listShellCommands(line).flatMap(words => {
        const own = tryOwnArguments(words)
        return own === undefined ? [] : [tryCallProblem(program, own)]
      }),
    ).toEqual([problem])
  })

  test('name only scripts that package.json has', () => {
    const { scripts } = JSON.parse(readPage('package.json'))
    const named = pages.flatMap(page =>
      [...readPage(page).matchAll(/^npm run ([\w:-]+)/gm)].map(match => match[1] as string),
    )
    expect(named.filter(name => !(name in scripts))).toEqual([])
  })

  test('begin with a README of readable length', () => {
    const words = readPage('README.md').split(/\s+/).length
    expect(words).toBeGreaterThanOrEqual(900)
    expect(words).toBeLessThanOrEqual(1200)
  })
})

describe('the ready plans', () => {
  test.each(Object.entries(planPatterns))(
    '%s is valid, has no overlaps, and runs tasks side by side',
    (_, { text }) => {
      const { plan, overlaps } = readPlan({
        name: 'plan.yml',
        text,
        readPrompt: () => '',
        isFolder: () => false,
      })

      expect(overlaps).toEqual([])
      expect(plan.tasks.filter(({ needs }) => needs.length > 0).length).toBeGreaterThan(1)
    },
  )
})

test('the table of agents names the versions that the trials with real agents are pinned to', () => {
  const { dependencies } = JSON.parse(readPage('__tests__/agents/package.json'))
  const [, table = ''] = readPage('docs/agents.md').split('<!-- agents -->')
  const agents = Object.entries(dependencies as Record<string, string>).filter(
    ([name]) => name !== '@copilotkit/aimock',
  )
  expect(agents.length).toBeGreaterThan(6)
  for (const [name, version] of agents)
    expect(table.includes(version) ? '' : `${name} ${version} is not in docs/agents.md: npm run bundle`).toBe(
      '',
    )
})

test('the comparison counts the agents that a plan can name', () => {
  const entries = Object.values(agentTable)
  const ownLines = entries.filter(({ cli }) => cli !== undefined).length
  expect(readPage('docs/compare.md')).toContain(
    `[${entries.length} known](agents.md): ${ownLines} with a command line of their own, ${entries.length - ownLines} by`,
  )
})

test('the glossary has each word once', () => {
  const words = [...readPage('docs/glossary.md').matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) =>
    cell.split(', '),
  )
  expect(words.length).toBeGreaterThan(50)
  expect(words.filter((word, index) => words.indexOf(word) < index)).toEqual([])
})
