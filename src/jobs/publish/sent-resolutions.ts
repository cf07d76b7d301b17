import { checkProof } from '../../conflicts/proof/check-proof.ts'
import { findMarker } from '../../conflicts/proof/markers.ts'
import { tryCheckSyntax } from '../../conflicts/proof/parses.ts'
import { toContestedChoices } from '../../conflicts/text/contested.ts'
import type { TextConflict } from '../../conflicts/text/text-conflict.ts'
import type { FileConflict } from '../../git/merge/merge-record.ts'
import { writeObject } from '../../git/objects/objects.ts'
import { QuarantineError } from '../../git/quarantine/quarantine-error.ts'
import type { Harness } from '../../git/repository/harness.ts'
import { isGenerated, toGenerator } from '../../integration/resolve/regenerate.ts'
import {
  applyFiles,
  type ConflictedMerge,
  type MergeResolution,
  type ResolvedFile,
  tryMergeModes,
  tryReadVersions,
  type UnresolvedFile,
} from '../../merging/merge-conflict.ts'
import { resolveByRules } from '../../merging/resolve-by-rules.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { SentResolution } from './tested-merge.ts'

/** Reads what a resolution says shall stand in a file. Throws where that is not there, or is something else. */
export type ReadResolved = (resolution: SentResolution) => Promise<Buffer>

/**
 * Resolves conflicts by rules, and by what was sent where no rule resolves them. Starts nothing. What was sent is looked at only
 * when its conflict is there, and must pass the proof again.
 */
export class SentResolutions {
  /** Those that a conflict was resolved by. */
  readonly used = new Set<SentResolution>()
  private readonly context: RunContext
  private readonly sent: ReadonlyMap<string, SentResolution>
  private readonly read: ReadResolved

  constructor(context: RunContext, sent: readonly SentResolution[], read: ReadResolved) {
    this.context = context
    this.sent = new Map(sent.map(resolution => [toKey(resolution), resolution]))
    this.read = read
  }

  /** All files of a merge or none. Throws a QuarantineError when what was sent for one of them is not to be had. */
  async resolve(harness: Harness, { record }: ConflictedMerge): Promise<MergeResolution> {
    const tried = []
    for (const conflict of record.conflicts) tried.push(await this.resolveFile(harness, conflict))
    const left = tried.filter(file => 'reasons' in file)
    if (left.length > 0) return { kind: 'unresolved', left }
    const files = tried.filter(file => 'result' in file)
    return { kind: 'resolved', tree: await applyFiles(harness, record.tree, files), files }
  }

  private async resolveFile(
    harness: Harness,
    conflict: FileConflict,
  ): Promise<ResolvedFile | UnresolvedFile> {
    const { integration } = this.context.plan
    if (integration.onConflict === 'stop')
      return { conflict, reasons: ['the plan leaves conflicts to people'] }
    if (isGenerated(this.context, conflict)) return this.takeGenerated(harness, conflict)
    const ruled = await resolveByRules(harness, integration.resolvers, conflict)
    if ('result' in ruled || integration.agent === undefined) return ruled
    const sent = this.sent.get(toConflictKey(conflict))
    return sent?.by === 'agent' ? this.takeAnswer(harness, conflict, sent) : ruled
  }

  /** What a command made anew: no side's lines need to be in it, but it must be a file of that kind. */
  private async takeGenerated(
    harness: Harness,
    conflict: FileConflict,
  ): Promise<ResolvedFile | UnresolvedFile> {
    const sent = this.sent.get(toConflictKey(conflict))
    if (sent?.by !== 'command') return { conflict, reasons: ['generated: nothing was sent for it'] }
    const bytes = await this.readChecked(sent, conflict.ours?.mode)
    const text = bytes.toString('utf8')
    const marker = findMarker(text, [])
    if (marker !== undefined) throw toError(sent, `a conflict marker is left in line ${marker}`)
    if ((await tryCheckSyntax(sent.path, text)) === false) throw toError(sent, 'it has a syntax error')
    const proof = `made anew by "${toGenerator(this.context, sent.path)?.command}"`
    return this.accept(
      harness,
      { conflict, result: sent.result, by: 'rule:generated', proof, choices: [] },
      sent,
      bytes,
    )
  }

  /** What an agent wrote. Its choices count only for words that stand where both sides have changed the same place. */
  private async takeAnswer(
    harness: Harness,
    conflict: FileConflict,
    sent: SentResolution,
  ): Promise<ResolvedFile> {
    const versions = await tryReadVersions(harness, conflict)
    if (versions === undefined) throw toError(sent, 'not all of its versions are files')
    const bytes = await this.readChecked(sent, tryMergeModes(conflict))
    const text = bytes.toString('utf8')
    if (text.includes('\0') || !Buffer.from(text).equals(bytes))
      throw toError(sent, 'it is not a text in UTF-8')
    const dropped = toGone(versions, text)
    const choices = toContestedChoices(
      versions,
      sent.choices.map(sentence => ({ sentence, dropped })),
    )
    const proof = await checkProof(versions, text, choices)
    if (proof.kind === 'refuted') throw toError(sent, proof.problems.slice(0, 5).join('; '))
    const { result, choices: sentences } = sent
    return this.accept(
      harness,
      { conflict, result, by: 'agent', proof: proof.checked, choices: sentences },
      sent,
      bytes,
    )
  }

  private async readChecked(sent: SentResolution, mode: string | undefined): Promise<Buffer> {
    if (sent.result.mode !== mode)
      throw toError(sent, `its mode is ${sent.result.mode}, and should be ${mode ?? 'decided by people'}`)
    return this.read(sent)
  }

  private async accept(
    { repository }: Harness,
    file: ResolvedFile,
    sent: SentResolution,
    bytes: Buffer,
  ): Promise<ResolvedFile> {
    const id = await writeObject(repository.store, 'blob', bytes)
    if (id !== sent.result.id) throw toError(sent, `its content is ${id}, not ${sent.result.id}`)
    this.used.add(sent)
    return file
  }
}

/** Lines of the sides that an answer does not have: what its choices can be about. */
function toGone({ ours, theirs }: TextConflict, text: string): string[] {
  const there = new Set(text.split('\n'))
  return [ours, theirs].flatMap(side => side.split('\n')).filter(line => !there.has(line))
}

function toError({ path, by }: SentResolution, reason: string): QuarantineError {
  return new QuarantineError(`the resolution of ${JSON.stringify(path)} (${by}) is refused: ${reason}`)
}

function toConflictKey({ path, base, ours, theirs }: FileConflict): string {
  return [path, base?.id ?? '', ours?.id ?? '', theirs?.id ?? ''].join('\0')
}

function toKey({ path, base, ours, theirs }: SentResolution): string {
  return [path, base ?? '', ours, theirs].join('\0')
}
