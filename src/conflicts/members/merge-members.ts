import { toLines } from '../text/lines.ts'
import type { Override } from '../text/text-conflict.ts'
import { mapThree, mergeLines, type Three, tryJoin } from '../text/three-way.ts'
import { endsWithComma, type MergedMember, withCommas } from './commas.ts'
import { toGapFinder } from './gaps.ts'
import type { Container, Member, MemberList } from './member.ts'
import { isSameText, type Members, mergeKeys, quote } from './merge-keys.ts'

export type MergedMembers =
  | { readonly kind: 'merged'; readonly lines: readonly string[]; readonly overrides: readonly Override[] }
  /** `reason`: what cannot be merged. */
  | { readonly kind: 'clash'; readonly reason: string }

export interface MergeRules {
  /** Decides about a member that both sides changed, if neither its lines nor its content merge. */
  readonly decide: (versions: Three<Member | undefined>) => MemberDecision | undefined
  /** Whether members that both sides added under one key are merged by content. */
  readonly mergesAdded: boolean
}

export interface MemberDecision {
  /** The chosen version; undefined: the member is removed. */
  readonly member: MergedMember | undefined
  /** The override, if it is one. */
  readonly override: Override | undefined
}

/**
 * Merges members instead of lines: they are matched by key, each is merged by itself, and additions at the same place are both kept.
 * After structured merging (Apel et al. 2011; mergiraf): commuting members may have any order, all others keep theirs. Ours come
 * first.
 */
export function mergeMembers(lists: Three<MemberList>, rules: MergeRules): MergedMembers {
  const merge = new MemberMerge(rules)
  const lines = merge.tryMergeLists(lists)
  if (lines === undefined) return { kind: 'clash', reason: merge.reason() }
  return { kind: 'merged', lines, overrides: merge.overrides }
}

class MemberMerge {
  readonly overrides: Override[] = []
  private clashes: string[] = []
  private readonly rules: MergeRules

  constructor(rules: MergeRules) {
    this.rules = rules
  }

  tryMergeLists(lists: Three<MemberList>): string[] | undefined {
    const maps = mapThree(lists, ({ members }) => new Map(members.map(member => [member.key, member])))
    const keys = this.tryMergeKeys(maps)
    const rest = this.tryMergeLines(mapThree(lists, list => list.rest))
    if (keys === undefined || rest === undefined) return undefined
    const merged: MergedMember[] = []
    const findGap = toGapFinder(lists)
    let before: string | undefined
    for (const key of keys) {
      const member = this.tryMergeMember(
        mapThree(maps, map => map.get(key)),
        key,
      )
      if (member === undefined) return undefined
      if (member === 'gone') continue
      merged.push({ ...member, gap: findGap(before, key) })
      before = key
    }
    const separated = lists[1].isCommaSeparated
      ? withCommas(merged, lists.slice(1).every(endsWithComma))
      : merged
    return [...separated.flatMap(({ gap, lines }) => [...gap, ...lines]), ...rest]
  }

  private tryMergeKeys(maps: Three<Members>): readonly string[] | undefined {
    const merged = mergeKeys(maps)
    return merged.kind === 'clash' ? this.clash(merged.reason) : merged.keys
  }

  private tryMergeMember(
    versions: Three<Member | undefined>,
    key: string,
  ): MergedMember | 'gone' | undefined {
    const [base, ours, theirs] = versions
    if (ours === undefined || theirs === undefined) return this.tryMergeLone(versions, key)
    if (isSameText(ours, theirs)) return ours
    if (base !== undefined && isSameText(theirs, base)) return ours
    if (base !== undefined && isSameText(ours, base)) return theirs
    const lines = this.tryMergeBoth(base, ours, theirs)
    if (lines !== undefined) return { gap: ours.gap, lines }
    const verb = base === undefined ? 'added' : 'changed'
    return this.tryDecide(versions, `${quote(key)} was ${verb} differently on both sides`)
  }

  /** A member that a side lacks: new, or deleted. */
  private tryMergeLone(versions: Three<Member | undefined>, key: string): MergedMember | 'gone' | undefined {
    const [base, ours, theirs] = versions
    const left = ours ?? theirs
    if (base === undefined) return left
    if (left === undefined || isSameText(left, base)) return 'gone'
    return this.tryDecide(versions, `${quote(key)} was deleted on one side and changed on the other`)
  }

  private tryMergeBoth(base: Member | undefined, ours: Member, theirs: Member): string[] | undefined {
    if (base !== undefined) return this.tryMergeInside([base, ours, theirs])
    return this.rules.mergesAdded ? this.tryMergeOpened([toEmpty(ours), ours, theirs]) : undefined
  }

  /** Merges a member that both sides changed: by lines, or its content by members and the lines around it by lines. */
  private tryMergeInside(versions: Three<Member>): string[] | undefined {
    const plain = tryJoin(mergeLines(...mapThree(versions, ({ lines }) => lines.join(''))))
    return plain === undefined ? this.tryMergeOpened(versions) : toLines(plain)
  }

  private tryMergeOpened(versions: Three<Pick<Member, 'open'>>): string[] | undefined {
    const made = this.overrides.length
    const lines = this.tryMergeContainers(mapThree(versions, member => member.open()))
    if (lines === undefined) this.overrides.length = made
    return lines
  }

  private tryMergeContainers([base, ours, theirs]: Three<Container | undefined>): string[] | undefined {
    if (base === undefined || ours === undefined || theirs === undefined) return undefined
    const inner: Three<Container> = [base, ours, theirs]
    const head = this.tryMergeLines(mapThree(inner, container => container.head))
    const tail = this.tryMergeLines(mapThree(inner, container => container.tail))
    if (head === undefined || tail === undefined) return undefined
    const middle = this.tryMergeLists(mapThree(inner, container => container.list))
    return middle === undefined ? undefined : [...head, ...middle, ...tail]
  }

  private tryMergeLines(versions: Three<readonly string[]>): string[] | undefined {
    const text = tryJoin(mergeLines(...mapThree(versions, lines => lines.join(''))))
    return text === undefined ? undefined : toLines(text)
  }

  private tryDecide(versions: Three<Member | undefined>, reason: string): MergedMember | 'gone' | undefined {
    const decision = this.rules.decide(versions)
    if (decision === undefined) return this.clash(reason)
    if (decision.override !== undefined) this.overrides.push(decision.override)
    return decision.member ?? 'gone'
  }

  private clash(reason: string): undefined {
    this.clashes.push(reason)
    return undefined
  }

  /** The first one is the innermost. */
  reason(): string {
    return this.clashes[0] ?? 'both sides changed the text around the members'
  }
}

/** A base for what both sides added: its head and tail, without content. */
function toEmpty(member: Member): Pick<Member, 'open'> {
  return {
    open: () => {
      const container = member.open()
      return container && { ...container, list: { ...container.list, members: [], rest: [] } }
    },
  }
}
