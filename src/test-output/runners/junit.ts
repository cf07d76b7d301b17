import { type OutputText, toPlain } from '../reading/output-text.ts'
import { type Findings, isSourceFile, type Reading, toReading } from '../reading/reading.ts'
import { readXmlElement, type XmlDocument, type XmlElement } from '../reading/xml.ts'
import { isMochaHook } from './mocha-hooks.ts'

/** JUnit XML of many runners, also between other output. */
export function readJunit({ text, toPath }: OutputText): Reading | undefined {
  const documents = findDocuments(text)
  if (documents === undefined) return { kind: 'doubtful', runner: 'junit' }
  if (documents.length === 0) return undefined
  const cases = documents.flatMap(({ root }) => listCases(root, []))
  const failed = cases.filter(isFailed)
  return toReading({
    runner: 'junit',
    failed: failed.filter(one => !isBroken(one)).map(one => toFailed(one, toPath)),
    broken: failed.filter(isBroken).map(one => toPath(toPlace(one))),
    ran: cases.filter(one => !has(one, 'skipped') && !(isFailed(one) && isBroken(one))).length,
    hidesMore:
      documents.some(document => !document.isWhole) ||
      failed.some(one => isMochaHook(toAttribute(one.element, 'name'))),
  })
}

/** At the beginning of a line, or right after the XML declaration. */
const opening = /(?:^|\?>)[ \t]*(?=<testsuites?[\s>])/gm

/** Undefined if one is malformed. */
function findDocuments(text: string): XmlDocument[] | undefined {
  const documents: XmlDocument[] = []
  let end = 0
  for (const found of text.matchAll(opening)) {
    const start = found.index + found[0].length
    if (start < end) continue
    const document = readXmlElement(text, start)
    if (document === undefined) return undefined
    documents.push(document)
    end = document.end
  }
  return documents
}

interface TestCase {
  readonly suites: readonly string[]
  readonly element: XmlElement
}

function listCases(element: XmlElement, suites: readonly string[]): TestCase[] {
  if (element.name === 'testcase') return [{ suites, element }]
  const name = element.name === 'testsuite' ? element.attributes.get('name') : undefined
  const path = name === undefined ? suites : [...suites, name]
  return element.children.flatMap(child => listCases(child, path))
}

function has({ element }: TestCase, name: string): boolean {
  return element.children.some(child => child.name === name)
}

function isFailed(one: TestCase): boolean {
  return has(one, 'failure') || has(one, 'error')
}

/** Each runner has its own way to report that a file, class or package did not load or build. */
function isBroken({ element }: TestCase): boolean {
  const name = toAttribute(element, 'name')
  const kind = element.children.find(child => child.name === 'error' || child.name === 'failure')
  return (
    name === '' ||
    name === 'initializationError' ||
    /^\[(?:build|setup) failed\]$/.test(name) ||
    isSourceFile(name) ||
    toAttribute(element, 'classname') === 'Test suite failed to run' ||
    (kind !== undefined && toAttribute(kind, 'message') === 'collection failure')
  )
}

function toAttribute(element: XmlElement, name: string): string {
  return toPlain(element.attributes.get(name) ?? '').trim()
}

/** The part that did not load. */
function toPlace({ element, suites }: TestCase): string {
  const name = toAttribute(element, 'name')
  if (isSourceFile(name) || toAttribute(element, 'classname') === '') return name || (suites.at(-1) ?? '')
  const isNamed = !['', 'initializationError'].includes(name) && !name.startsWith('[')
  return isNamed ? name : toAttribute(element, 'classname')
}

function toFailed({ element, suites }: TestCase, toPath: OutputText['toPath']): Findings['failed'][number] {
  const name = toAttribute(element, 'name')
  const className = toAttribute(element, 'classname')
  const file = toFile(element, className)
  const path = [...suites, ...(className === name ? [] : [className]), name]
    .filter(part => part !== '')
    .map(toPath)
  return {
    id: path.filter((part, index) => part !== path[index - 1]).join(' › '),
    file: file === undefined ? null : toPath(file),
    name,
    message: toFailureMessage(element),
  }
}

function toFile(element: XmlElement, className: string): string | undefined {
  return element.attributes.get('file') ?? (isSourceFile(className) ? className : undefined)
}

function toFailureMessage(element: XmlElement): string | null {
  const failure = element.children.find(child => child.name === 'failure' || child.name === 'error')
  return failure?.attributes.get('message') ?? failure?.text ?? null
}
