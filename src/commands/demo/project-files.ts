/** A small shop till in TypeScript, with tests: the repository of the demo. Paths to contents. */
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
  'src/settings.ts': `export const settings = {
  currency: 'EUR',
  maxItems: 100,
  shopName: 'Corner Shop',
}
`,
  'src/cart.ts': `export interface Item {
  readonly name: string
  readonly cents: number
  readonly quantity: number
}

export class Cart {
  readonly items: Item[] = []

  add(item: Item): void {
    this.items.push(item)
  }

  totalCents(): number {
    return this.items.reduce((sum, item) => sum + item.cents * item.quantity, 0)
  }
}
`,
  'src/receipt.ts': `import type { Cart } from './cart.ts'

export function printReceipt(cart: Cart): string {
  return cart.items.map(item => item.name).join('\\n')
}
`,
  'test/cart.test.ts': `import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Cart } from '../src/cart.ts'

test('adds up prices and quantities', () => {
  const cart = new Cart()
  cart.add({ name: 'apple', cents: 50, quantity: 3 })
  cart.add({ name: 'bread', cents: 320, quantity: 1 })
  assert.equal(cart.totalCents(), 470)
})
`,
}
