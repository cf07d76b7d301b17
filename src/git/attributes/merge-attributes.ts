import type { ControlRepository } from '../repository/control-repository.ts'
import { readAttributeValues } from './attribute-values.ts'

/**
 * The attribute `merge` of paths: `union`, `unset` (not by lines), or `unspecified`.
 *
 * @param attributes The text of an `info/attributes`.
 */
export function readMergeAttributes(
  control: ControlRepository,
  attributes: string,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const isAsked = /merge|binary|\[attr\]/.test(attributes)
  return readAttributeValues(control, { attributes, name: 'merge', paths: isAsked ? paths : [] })
}
