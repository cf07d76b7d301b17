import { dump } from 'js-yaml'

/** A value as YAML for people: long texts as blocks, no anchors. */
export function toYamlText(value: object): string {
  return dump(value, { lineWidth: 110, noRefs: true })
}
