// Makes the pictures of the README from a real run: npm run docs. Needs script(1) and dist/.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import xterm from '@xterm/headless'

const columns = 112
const rows = 30
const bundle = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))

/** Says how far it is while it works, as an agent would. */
const work = (seconds, steps, end) =>
  [
    ...steps.flatMap((step, index) => [
      `echo '{"percent": ${Math.round(((index + 1) * 90) / steps.length)}, "message": "${step}"}' >> $PARALLEL_AGENTS_PROGRESS_FILE`,
      `sleep ${(seconds / steps.length).toFixed(1)}`,
    ]),
    end,
  ].join('; ')

const plan = {
  name: 'Data pipeline',
  'max-parallel': 3,
  agents: {
    contract: { command: work(2, ['reading the code', 'writing types'], 'echo types > src/types.ts') },
    scheduler: {
      command: work(
        5,
        ['reading types.ts', 'writing the queue', 'writing persistence tests', 'npm test -- scheduler'],
        'mkdir -p src/scheduler; echo queue > src/scheduler/queue.ts; echo store > src/scheduler/store.ts',
      ),
    },
    downloader: {
      command: work(
        4,
        ['reading types.ts', 'writing the client', 'npm test -- downloader'],
        'mkdir -p src/downloader; echo slow > src/downloader/client.ts',
      ),
    },
    reports: {
      command: work(
        3,
        ['writing the report', 'formatting'],
        'mkdir -p src/reports; echo report > src/reports/daily.ts',
      ),
    },
    e2e: { command: work(2, ['writing the test'], 'mkdir -p test; echo e2e > test/e2e.ts') },
  },
  tasks: {
    contract: { prompt: 'Define the types.', agent: 'contract', files: ['src/types.ts'] },
    scheduler: {
      prompt: 'Write the scheduler.',
      agent: 'scheduler',
      needs: ['contract'],
      files: ['src/scheduler/**'],
    },
    downloader: {
      prompt: 'Write the downloader.',
      agent: 'downloader',
      needs: ['contract'],
      files: ['src/downloader/**'],
    },
    reports: {
      prompt: 'Write the daily report.',
      agent: 'reports',
      needs: ['contract'],
      files: ['src/reports/**'],
    },
    e2e: {
      prompt: 'Test all together.',
      agent: 'e2e',
      needs: ['scheduler', 'downloader'],
      files: ['test/**'],
    },
  },
  integration: {
    test: '! grep -rqs slow src/downloader || { echo "not ok 1 - downloads within the time limit"; exit 1; }',
  },
}

const themes = {
  light: {
    back: '#ffffff',
    edge: '#d0d7de',
    text: '#1f2328',
    dim: '#6e7781',
    1: '#cf222e',
    2: '#1a7f37',
    3: '#9a6700',
  },
  dark: {
    back: '#0d1117',
    edge: '#30363d',
    text: '#e6edf3',
    dim: '#8b949e',
    1: '#ff7b72',
    2: '#3fb950',
    3: '#d29922',
  },
}

const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
const repository = join(folder, 'pipeline')
const program = join(folder, 'parallel-agents') // as it is called when it is installed
try {
  symlinkSync(bundle, program)
  makeRepository()
  const { live, report } = await record()
  mkdirSync('docs/pictures', { recursive: true })
  for (const theme of ['light', 'dark']) {
    writeFileSync(`docs/pictures/run-${theme}.svg`, toSvg([...live, [], ...report], themes[theme]))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function makeRepository() {
  mkdirSync(join(repository, 'src'), { recursive: true })
  writeFileSync(join(repository, 'plan.yml'), JSON.stringify(plan))
  writeFileSync(join(repository, 'src', 'index.ts'), 'start\n')
  const git = (...args) => execFileSync('git', ['-C', repository, ...args])
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Demo')
  git('config', 'user.email', 'demo@example.com')
  git('add', '.')
  git('commit', '--quiet', '-m', 'Start')
}

/** Runs the plan in a terminal, and keeps the picture with the most agents at work, and the last one. */
async function record() {
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 500, allowProposedApi: true })
  const command = `stty cols ${columns} rows ${rows}; exec "$NODE" "$PROGRAM" run`
  const { CI: _, NO_COLOR: __, ...env } = process.env
  const child = spawn('script', ['-qefc', command, '/dev/null'], {
    cwd: repository,
    env: { ...env, NODE: process.execPath, PROGRAM: program, TERM: 'xterm-256color', COLORTERM: 'truecolor' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pictures = []
  for await (const chunk of child.stdout) {
    await new Promise(resolve => terminal.write(chunk, resolve))
    const lines = readLines(terminal).filter(line => line.length > 0)
    const busy = lines.filter(line => /▸.* %/.test(toText(line))).length
    const done = lines.filter(line => toText(line).includes('✓')).length
    pictures.push({ lines, score: busy === 0 ? 0 : busy * 2 + done })
  }
  const best = Math.max(...pictures.map(({ score }) => score))
  const busiest = pictures.filter(({ score }) => score === best)
  const live = busiest[Math.floor(busiest.length / 2)].lines
  const all = readLines(terminal)
  const start = all.findIndex(line => toText(line).startsWith('landed'))
  return { live, report: trimEnd(all.slice(start)) }
}

function trimEnd(lines) {
  const last = lines.findLastIndex(line => line.length > 0)
  return lines.slice(0, last + 1)
}

function toText(line) {
  return line.map(({ text }) => text).join('')
}

/** The lines of the screen as runs of characters of one style. */
function readLines({ buffer: { active } }) {
  return Array.from({ length: active.length }, (_, y) => {
    const line = active.getLine(y)
    const runs = []
    for (let x = 0; x < line.length; x++) {
      const cell = line.getCell(x)
      const style = {
        colour: cell.isFgPalette() ? cell.getFgColor() : -1,
        isBold: cell.isBold() > 0,
        isDim: cell.isDim() > 0,
      }
      const text = cell.getChars() || (cell.getWidth() === 0 ? '' : ' ')
      const last = runs.at(-1)
      if (last && last.colour === style.colour && last.isBold === style.isBold && last.isDim === style.isDim)
        last.text += text
      else runs.push({ ...style, text })
    }
    const end = runs.at(-1)
    if (end) end.text = end.text.trimEnd()
    return runs.filter(({ text }) => text !== '')
  })
}

function toSvg(lines, theme) {
  const [lineHeight, width, padding] = [18, 7.8, 16]
  const height = lines.length * lineHeight + padding * 2
  const widest = Math.max(...lines.map(line => toText(line).length)) * width + padding * 2
  const texts = lines.map((line, index) => {
    const spans = line.map(
      run =>
        `<tspan fill="${toColour(run, theme)}"${run.isBold ? ' font-weight="bold"' : ''}>${escapeText(run.text)}</tspan>`,
    )
    return `<text x="${padding}" y="${padding + 13 + index * lineHeight}" xml:space="preserve">${spans.join('')}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(widest)} ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="13" role="img" aria-label="A run of five tasks and its report">
<rect x="0.5" y="0.5" width="${Math.ceil(widest) - 1}" height="${height - 1}" rx="8" fill="${theme.back}" stroke="${theme.edge}"/>
${texts.join('\n')}
</svg>
`
}

function toColour({ colour, isDim }, theme) {
  return isDim ? theme.dim : (theme[colour] ?? theme.text)
}

function escapeText(text) {
  return text.replace(/[&<>]/g, character => `&#${character.codePointAt(0)};`)
}
