// The agents of plan.yml: each does one task in the checkout that it is started in.
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

const folder = 'docs/reference'
const read = path => readFileSync(path, 'utf8')
const pages = () => readdirSync(folder).filter(name => name.endsWith('.md') && name !== 'README.md')

const tasks = {
  'plan-keys'() {
    const { properties, definitions = {} } = JSON.parse(read('schema/plan.json'))
    const rows = Object.entries({ ...properties, ...definitions }).map(
      ([key, { description = '', default: preset }]) => {
        const value = preset === undefined ? '' : `\`${JSON.stringify(preset)}\``
        return `| \`${key}\` | ${value} | ${description.replaceAll('|', '\\|')} |`
      },
    )
    write('plan-keys.md', '# The plan file', ['| key | default | meaning |', '| --- | --- | --- |', ...rows])
  },

  modules() {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith('.ts'))
      .sort()
    const lines = files.map(path => `- \`src/${path}\`: ${firstSentence(read(`src/${path}`))}`)
    write('modules.md', '# Modules', lines)
  },

  packages() {
    const { dependencies } = JSON.parse(read('package.json'))
    write(
      'packages.md',
      '# Bundled packages',
      Object.entries(dependencies).map(([name, version]) => `- ${name} ${version}`),
    )
  },

  headers() {
    for (const page of pages()) {
      const path = `${folder}/${page}`
      writeFileSync(path, `<!-- made by examples/this-repository/generate.mjs -->\n${read(path)}`)
    }
  },

  contents() {
    const links = pages().map(page => `- [${/^# (.*)$/m.exec(read(`${folder}/${page}`))[1]}](${page})`)
    write('README.md', '# Reference', links)
  },
}

/** The first sentence of the first comment that describes something. */
function firstSentence(text) {
  const comment = /\/\*\*([\s\S]*?)\*\//.exec(text)?.[1] ?? ''
  const words = comment
    .replace(/^\s*\*/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
  return /^.*?[.:](?= |$)/.exec(words)?.[0] ?? words
}

function write(name, title, lines) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${name}`, `${[title, '', ...lines].join('\n')}\n`)
  appendFileSync(
    process.env.PARALLEL_AGENTS_PROGRESS_FILE,
    `${JSON.stringify({ percent: 100, message: `wrote ${name}` })}\n`,
  )
  console.log(`wrote ${name} with ${lines.length} lines`)
}

tasks[process.argv[2]]()
