/** A small shop till in JavaScript, with tests: the repository of the demo. Paths to contents. */
export const projectFiles: Readonly<Record<string, string>> = {
  'package.json': `{
  "name": "till",
  "private": true,
  "type": "module"
}
`,
  'README.md': `# Till

Adds up what is in a cart.
`,
  'src/settings.js': `export const settings = {
  currency: 'EUR',
  maxItems: 100,
  shopName: 'Corner Shop',
}
`,
  'src/cart.js': `export class Cart {
  items = []

  add(item) {
    this.items.push(item)
  }

  totalCents() {
    return this.items.reduce((sum, item) => sum + item.cents * item.quantity, 0)
  }
}
`,
  'src/receipt.js': `export function printReceipt(cart) {
  return cart.items.map(item => item.name).join('\\n')
}
`,
  'test/cart.test.js': `import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Cart } from '../src/cart.js'

test('adds up prices and quantities', () => {
  const cart = new Cart()
  cart.add({ name: 'apple', cents: 50, quantity: 3 })
  cart.add({ name: 'bread', cents: 320, quantity: 1 })
  assert.equal(cart.totalCents(), 470)
})
`,
}
