import type { Node } from '@vscode/tree-sitter-wasm'
import { c, cPlusPlus } from './c-tables.ts'
import { child, field, head, isOf, type LanguageTable, names } from './language-table.ts'
import { fieldText } from './rules.ts'

const cSharp: LanguageTable = {
  grammar: 'c-sharp',
  extensions: ['.cs'],
  containers: ['compilation_unit', 'declaration_list', 'enum_member_declaration_list'],
  bodies: ['block', 'accessor_list', 'initializer_expression'],
  commaSeparated: ['enum_member_declaration_list'],
  comments: ['comment'],
  members: {
    namespace_declaration: ['module', field('name')],
    class_declaration: ['type', field('name')],
    interface_declaration: ['type', field('name')],
    struct_declaration: ['type', field('name')],
    record_declaration: ['type', field('name')],
    enum_declaration: ['type', field('name')],
    delegate_declaration: ['type', field('name')],
    method_declaration: ['method', field('name')],
    constructor_declaration: ['method', field('name')],
    property_declaration: ['member', field('name')],
    field_declaration: ['member', names('variable_declarator', 'name')],
    event_field_declaration: ['member', names('variable_declarator', 'name')],
    enum_member_declaration: ['member', field('name')],
  },
  parameters: ['parameter_list'],
  imports: { isImport: isOf('using_directive'), findName: field('name') },
}

const php: LanguageTable = {
  grammar: 'php',
  extensions: ['.php'],
  containers: ['program', 'declaration_list', 'enum_declaration_list'],
  bodies: ['compound_statement', 'array_creation_expression'],
  comments: ['comment'],
  members: {
    class_declaration: ['type', field('name')],
    interface_declaration: ['type', field('name')],
    trait_declaration: ['type', field('name')],
    enum_declaration: ['type', field('name')],
    function_definition: ['value', field('name')],
    method_declaration: ['member', member => `${fieldText(member, 'name')?.toLowerCase()}()`],
    property_declaration: ['member', names('property_element', 'name')],
    const_declaration: ['member', names('const_element', 'name')],
    enum_case: ['member', field('name')],
  },
  imports: { isImport: isOf('namespace_use_declaration'), findName: toUsedName },
}

/** The alias, or the last part; braces introduce several names. */
function toUsedName(node: Node): string | undefined {
  if (/[{,]|^use (function|const) /.test(node.text)) return undefined
  return /(\w+)\s*;?$/.exec(node.text)?.[1]
}

const ruby: LanguageTable = {
  grammar: 'ruby',
  extensions: ['.rb', '.rake'],
  containers: ['program', 'body_statement'],
  bodies: [],
  comments: ['comment'],
  members: {
    module: ['module', field('name')],
    class: ['type', field('name')],
    method: ['value', field('name')],
    singleton_method: ['value', member => `self.${fieldText(member, 'name')}`],
    call: ['test', toTitle],
  },
  findBody: member => {
    const isOpen =
      ['module', 'class'].includes(member.type) || /^(describe|context) /.test(toTitle(member) ?? '')
    const holder = member.type === 'call' ? member.childForFieldName('block') : member
    return (isOpen && holder?.childForFieldName('body')) || undefined
  },
  imports: {
    isImport: node => node.type === 'call' && /^require(_relative)? ['"][^'"#]*['"]$/.test(node.text),
  },
}

/** `it "works" do` is identified by its title. */
function toTitle(member: Node): string | undefined {
  return /^(?:RSpec\.)?((?:describe|context|it|specify|test|should) ['"][^'"#\n]*['"])/.exec(member.text)?.[1]
}

const kotlin: LanguageTable = {
  grammar: 'kotlin',
  extensions: ['.kt', '.kts'],
  containers: ['source_file', 'class_body', 'enum_class_body'],
  bodies: ['function_body', 'lambda_literal', 'getter', 'setter'],
  comments: ['line_comment', 'multiline_comment', 'comment'],
  members: {
    class_declaration: ['type', child('type_identifier')],
    object_declaration: ['type', child('type_identifier')],
    function_declaration: ['method', toKotlinFunction],
    property_declaration: ['member', child('variable_declaration')],
    type_alias: ['type', child('type_identifier')],
  },
  parameters: [],
  imports: {
    isImport: isOf('import_list'),
    entries: 'import_header',
    findName: node => (node.text.trim().endsWith('*') ? undefined : /(\w+)`?\s*$/.exec(node.text)?.[1]),
  },
}

/** Without modifiers, names of parameters, default values and the result. */
function toKotlinFunction(member: Node): string | undefined {
  return head(member)
    ?.replace(/^.*?\bfun\b/s, 'fun')
    .replace(/([(,]\s*(?:(?:vararg|crossinline|noinline)\s+)?)\w+\s*:\s*/g, '$1')
    .replace(/\s*=\s*[^,()]+(?:\([^()]*\))?(?=\s*[,)])/g, '')
    .replace(/\)\s*:[^)]*$/, ')')
}

const swift: LanguageTable = {
  grammar: 'swift',
  extensions: ['.swift'],
  containers: ['source_file', 'class_body', 'enum_class_body', 'protocol_body'],
  bodies: ['function_body', 'computed_property', 'lambda_literal'],
  comments: ['comment', 'multiline_comment'],
  members: {
    class_declaration: ['type', member => (isExtension(member) ? head(member) : fieldText(member, 'name'))],
    protocol_declaration: ['type', field('name')],
    typealias_declaration: ['type', field('name')],
    function_declaration: ['method', field('name')],
    init_declaration: ['method', () => 'init'],
    protocol_function_declaration: ['method', field('name')],
    property_declaration: ['member', field('name')],
    enum_entry: ['member', field('name')],
  },
  parameters: ['parameter'],
  imports: { isImport: isOf('import_declaration') },
}

/** There may be several of one type. */
function isExtension(member: Node): boolean {
  return member.childForFieldName('declaration_kind')?.text === 'extension'
}

/** The order of rules matters if they style the same element, which mostly has one selector. */
const css: LanguageTable = {
  grammar: 'css',
  extensions: ['.css'],
  containers: ['stylesheet'],
  bodies: ['block'],
  comments: ['comment'],
  members: {
    rule_set: ['rule', child('selectors')],
    keyframes_statement: ['keyframes', child('keyframes_name')],
  },
}

/** The order of elements is what people see. */
const html: LanguageTable = {
  grammar: 'html',
  extensions: ['.html', '.htm'],
  containers: ['document', 'element', 'script_element', 'style_element', 'start_tag', 'self_closing_tag'],
  bodies: [],
  comments: ['comment'],
  members: {
    element: ['element', member => /^<[^>]*\sid\s*=\s*["']?([^"'\s>]+)/.exec(member.text)?.[1]],
    attribute: ['attribute', child('attribute_name')],
  },
  findBody: member => (/^(script_|style_)?element$/.test(member.type) ? member : undefined),
}

const shell: LanguageTable = {
  grammar: 'bash',
  extensions: ['.sh', '.bash'],
  containers: ['program'],
  bodies: ['compound_statement'],
  comments: ['comment'],
  members: { function_definition: ['value', field('name')] },
}

export const languageTables: readonly LanguageTable[] = [
  cSharp,
  cPlusPlus,
  c,
  php,
  ruby,
  kotlin,
  swift,
  css,
  html,
  shell,
]
