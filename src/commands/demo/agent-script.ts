/** The demo's agent: a program that really edits code for each task, with typical mistakes of agents. */
export const agentScript = `// Plays a coding agent: reads its prompt, edits files, reports progress.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const { PARALLEL_AGENTS_TASK: task, PARALLEL_AGENTS_ATTEMPT: attempt } = process.env

async function report(percent, message) {
  console.log(message)
  appendFileSync(process.env.PARALLEL_AGENTS_PROGRESS_FILE, JSON.stringify({ percent, message }) + '\\n')
  await sleep(250 + 250 * Math.random())
}

function edit(path, from, to) {
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(path + ' does not contain ' + from)
  writeFileSync(path, text.replace(from, to))
}

const testHead = names => \`import assert from 'node:assert/strict'
import { test } from 'node:test'
\${names}
\`

const tasks = {
  async money() {
    await report(20, 'reading src/settings.js')
    writeFileSync('src/money.js', \`import { settings } from './settings.js'

/** Cents as people write them: 1250 is "12.50 EUR". */
export function formatMoney(cents) {
  return \\\`\\\${(cents / 100).toFixed(2)} \\\${settings.currency}\\\`
}
\`)
    await report(70, 'writing tests')
    writeFileSync('test/money.test.js', testHead("import { formatMoney } from '../src/money.js'") + \`
test('writes cents as money', () => {
  assert.equal(formatMoney(1250), '12.50 EUR')
})
\`)
  },

  async discount() {
    await report(30, 'writing src/discount.js')
    writeFileSync('src/discount.js', \`export function withDiscount(cents, percent) {
  return Math.round(cents * (1 - percent / 100))
}
\`)
    writeFileSync('test/discount.test.js', testHead("import { withDiscount } from '../src/discount.js'") + \`
test('takes a percentage off', () => {
  assert.equal(withDiscount(1000, 15), 850)
})
\`)
    await report(80, 'running its test')
  },

  async tax() {
    await report(25, 'writing src/tax.js')
    writeFileSync('src/tax.js', \`export function withTax(cents, percent) {
  return Math.round(cents * (1 + percent / 100))
}
\`)
    await report(60, 'writing tests')
    writeFileSync('test/tax.test.js', testHead("import { withTax } from '../src/tax.js'") + \`
test('adds a percentage', () => {
  assert.equal(withTax(1000, 19), 1190)
})
\`)
  },

  async checkout() {
    await report(20, 'reading src/discount.js and src/tax.js')
    readFileSync('src/discount.js')
    readFileSync('src/tax.js')
    writeFileSync('src/checkout.js', \`import { withDiscount } from './discount.js'
import { formatMoney } from './money.js'
import { withTax } from './tax.js'

export function checkout(cart, discountPercent) {
  return formatMoney(withTax(withDiscount(cart.totalCents(), discountPercent), 19))
}
\`)
    await report(70, 'writing tests')
    writeFileSync('test/checkout.test.js', testHead("import { Cart } from '../src/cart.js'\\nimport { checkout } from '../src/checkout.js'") + \`
test('takes the discount off, then adds the tax', () => {
  const cart = new Cart()
  cart.add({ name: 'lamp', cents: 5000, quantity: 2 })
  assert.equal(checkout(cart, 10), '107.10 EUR')
})
\`)
  },

  async receipt() {
    await report(40, 'printing quantities')
    if (attempt === '1') {
      // A typical mistake: "improving" a file outside of the task.
      edit('src/cart.js', 'export class Cart {', '// A cart.\\nexport class Cart {')
    }
    writeFileSync('src/receipt.js', \`export function printReceipt(cart) {
  return cart.items.map(item => \\\`\\\${item.quantity} x \\\${item.name}\\\`).join('\\\\n')
}
\`)
    await report(90, 'checking the result')
  },

  async 'large-carts'() {
    await report(50, 'raising the limit')
    edit('src/settings.js', 'maxItems: 100', 'maxItems: 1000')
  },

  async 'small-carts'() {
    await report(50, 'lowering the limit')
    edit('src/settings.js', 'maxItems: 100', 'maxItems: 20')
  },

  async 'free-gifts'() {
    await report(40, 'adding gifts')
    writeFileSync('src/gift.js', \`/** A gift is in the cart, but does not count. */
export function addGift(cart, name) {
  cart.add({ name, cents: 0, quantity: 0 })
}
\`)
    writeFileSync('test/gift.test.js', testHead("import { Cart } from '../src/cart.js'\\nimport { addGift } from '../src/gift.js'") + \`
test('a gift costs nothing', () => {
  const cart = new Cart()
  addGift(cart, 'balloon')
  assert.equal(cart.totalCents(), 0)
})
\`)
    await report(80, 'running its test')
  },

  async 'strict-quantities'() {
    await report(40, 'refusing carts without quantities')
    edit('src/cart.js', '    this.items.push(item)', "    if (item.quantity < 1) throw new RangeError(\`there is no quantity \${item.quantity} of \${item.name}\`)\\n    this.items.push(item)")
    await report(80, 'running the tests')
  },
}

await tasks[task]()
await report(100, 'done')
writeFileSync(process.env.PARALLEL_AGENTS_REPORT_FILE, 'Did ' + task + '.')
`
