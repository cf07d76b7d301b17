import type { FileConflict, NamedChoice } from '../text-conflict.ts'
import { findMarker } from './markers.ts'

/** Whether a resolution may be accepted. */
export type ProofResult =
  /** `checked`: what was looked at, in one line. */
  | { readonly kind: 'proven'; readonly checked: string }
  /** One sentence for each thing that is wrong; lines that were lost are quoted. */
  | { readonly kind: 'refuted'; readonly problems: readonly string[] }

/** Checks a resolution, whoever made it: rules, a cache, an agent or a person. `choices` say what may be missing. */
export async function checkProof(
  _conflict: FileConflict,
  text: string,
  _choices: readonly NamedChoice[],
): Promise<ProofResult> {
  const marker = findMarker(text)
  if (marker !== undefined)
    return { kind: 'refuted', problems: [`a conflict marker is left in line ${marker}`] }
  return { kind: 'proven', checked: 'no conflict markers' }
}
