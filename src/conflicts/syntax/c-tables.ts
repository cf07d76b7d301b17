import { declared, field, isOf, type LanguageTable, prototype } from './language-table.ts'

/** The position of a declaration matters only to later ones, and one side's additions do not use the other's. */
export const cPlusPlus: LanguageTable = {
  grammar: 'cpp',
  extensions: ['.cpp', '.cc', '.cxx', '.hpp', '.hh', '.hxx', '.h'],
  containers: [
    ...['translation_unit', 'declaration_list', 'field_declaration_list', 'enumerator_list'],
    ...['preproc_ifdef', 'preproc_if'],
  ],
  bodies: ['compound_statement', 'initializer_list'],
  commaSeparated: ['enumerator_list'],
  comments: ['comment'],
  members: {
    namespace_definition: ['module', field('name')],
    class_specifier: ['type', field('name')],
    struct_specifier: ['type', field('name')],
    union_specifier: ['type', field('name')],
    enum_specifier: ['type', field('name')],
    type_definition: ['type', declared],
    alias_declaration: ['type', field('name')],
    function_definition: ['method', declared],
    declaration: ['prototype', prototype],
    field_declaration: ['prototype', prototype],
    enumerator: ['member', field('name')],
    preproc_ifdef: ['condition', field('name')],
    preproc_if: ['condition', field('condition')],
    preproc_def: ['macro', field('name')],
    preproc_function_def: ['macro', field('name')],
  },
  parameters: ['parameter_list'],
  findBody: member => (/^preproc_(ifdef|if)$/.test(member.type) ? member : undefined),
  imports: { isImport: isOf('preproc_include') },
}

/** Without overloads. */
export const c: LanguageTable = {
  ...cPlusPlus,
  extensions: ['.c'],
  members: {
    ...cPlusPlus.members,
    function_definition: ['value', declared],
    declaration: ['prototype', declared],
  },
}
