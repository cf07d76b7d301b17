import { dump } from 'js-yaml'

/** A value as YAML for people: long texts as blocks, and nothing that refers to another place. */
export function toYamlText(value: object): string {
  return dump(value, { lineWidth: 110, noRefs: true })
}
