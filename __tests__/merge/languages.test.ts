import { describe, expect, test } from '@jest/globals'
import { resolve, textOf } from './resolve.ts'

/** A text with what a side has put into its gaps, `@1`, `@2` and so on, each of which is a whole line. */
function fill(text: string, parts: Readonly<Record<string, string>>): string {
  return text.replace(/^ *@(\d)\n/gm, (_, name: string) => parts[name] ?? '')
}

type Case = readonly [
  path: string,
  text: string,
  ours: Record<string, string>,
  theirs: Record<string, string>,
]

const kept: readonly Case[] = [
  [
    'Shop.cs',
    'using System;\n@1\nnamespace Shop\n{\n    public class Cart\n    {\n        public int Count { get; set; }\n@2\n    }\n\n    public enum State\n    {\n        Open,\n@3\n    }\n}\n',
    {
      1: 'using System.Linq;\n',
      2: '\n        public void Add(int item)\n        {\n            Count += item;\n        }\n',
      3: '        Paid,\n',
    },
    {
      1: 'using System.Text;\n',
      2: '\n        public void Clear()\n        {\n            Count = 0;\n        }\n',
      3: '        Sent,\n',
    },
  ],
  [
    'shop.cpp',
    '#include <string>\n@1\n\nnamespace shop {\n\nint count(int item) {\n  return item;\n}\n@2\n\n}  // namespace shop\n',
    {
      1: '#include <map>\n',
      2: '\nint first(int item) {\n  return item + 1;\n}\n',
    },
    {
      1: '#include <vector>\n',
      2: '\nint last(int item) {\n  return item - 1;\n}\n',
    },
  ],
  [
    'shop.h',
    '#ifndef SHOP_H\n#define SHOP_H\n\nint shop_count(int item);\n@1\n\n#endif\n',
    { 1: 'int shop_first(const char *name);\n' },
    { 1: 'void shop_last(int item, int other);\n' },
  ],
  [
    'Cart.php',
    '<?php\n\nnamespace Shop;\n\nuse Shop\\Item;\n@1\n\nclass Cart extends Item\n{\n    private int $count = 0;\n@2\n}\n',
    {
      1: 'use Shop\\Price;\n',
      2: '\n    public function price(): Price\n    {\n        return new Price($this->count);\n    }\n',
    },
    {
      1: 'use Shop\\User;\n',
      2: '\n    public function user(): User\n    {\n        return new User();\n    }\n',
    },
  ],
  [
    'cart.rb',
    'require "set"\n@1\n\nmodule Shop\n  class Cart\n    def count\n      1\n    end\n@2\n  end\nend\n',
    { 1: 'require "json"\n', 2: '\n    def add(item)\n      JSON.dump(item)\n    end\n' },
    { 1: 'require "time"\n', 2: '\n    def clear\n      Time.now\n    end\n' },
  ],
  [
    'cart_spec.rb',
    'RSpec.describe "Cart" do\n  it "counts" do\n    expect(1).to eq(1)\n  end\n@1\nend\n',
    { 1: '\n  it "adds" do\n    expect(2).to eq(2)\n  end\n' },
    { 1: '\n  it "clears" do\n    expect(3).to eq(3)\n  end\n' },
  ],
  [
    'Cart.kt',
    'package shop\n\nimport shop.base.Item\n@1\n\nclass Cart : Item() {\n    private val count: Int = 1\n@2\n}\n',
    {
      1: 'import shop.base.Price\n',
      2: '\n    fun price(item: Int): Price {\n        return Price(item)\n    }\n',
    },
    {
      1: 'import shop.base.User\n',
      2: '\n    fun user(name: String): User {\n        return User(name)\n    }\n',
    },
  ],
  [
    'Cart.swift',
    'import Foundation\n@1\n\nstruct Cart {\n    let count: Int\n@2\n}\n',
    { 1: 'import UIKit\n', 2: '\n    func add(_ item: Int) -> Int {\n        return count + item\n    }\n' },
    { 1: 'import SwiftUI\n', 2: '\n    func clear() {\n        print("clear")\n    }\n' },
  ],
  [
    'shop.css',
    '.cart {\n  color: red;\n@1\n}\n@2\n',
    { 1: '  margin: 1px;\n', 2: '\n.item {\n  color: green;\n}\n' },
    { 1: '  padding: 2px;\n', 2: '\n.price {\n  color: blue;\n}\n' },
  ],
  [
    'shop.html',
    '<!doctype html>\n<html>\n<head>\n  <meta charset="utf-8">\n@1\n</head>\n<body>\n  <nav>\n    <a href="/">Home</a>\n@2\n  </nav>\n  <ul>\n    <li>Apple</li>\n@3\n  </ul>\n  <table>\n    <tr><th>Fruit</th></tr>\n@4\n  </table>\n  <main id="main">Hello</main>\n@5\n</body>\n</html>\n',
    {
      1: '  <link rel="stylesheet" href="cart.css">\n',
      2: '    <a href="/cart">Cart</a>\n',
      3: '    <li>Pear</li>\n',
      4: '    <tr><td>Pear</td></tr>\n',
      5: '  <!-- The cart. -->\n  <section id="cart">\n    <p>Empty</p>\n  </section>\n',
    },
    {
      1: '  <script src="user.js"></script>\n',
      2: '    <a href="/user">You</a>\n',
      3: '    <li>Plum</li>\n    <li>Quince</li>\n',
      4: '    <tr><td>Plum</td></tr>\n',
      5: '  <section id="user">\n    <p>You</p>\n  </section>\n',
    },
  ],
  [
    'scripts.html',
    '<html>\n<head>\n  <title>Shop</title>\n@1\n</head>\n</html>\n',
    { 1: '  <script src="cart.js"></script>\n' },
    { 1: '  <script src="user.js"></script>\n' },
  ],
  [
    'shop.sh',
    '#!/bin/bash\nset -e\n\ncount() {\n  echo 1\n}\n@1\n\ncase "$1" in\n  count) count ;;\n@2\n  *) exit 2 ;;\nesac\n',
    { 1: '\nadd() {\n  echo add\n}\n', 2: '  add) add ;;\n' },
    { 1: '\nclear_all() {\n  echo clear\n}\n', 2: '  clear) clear_all ;;\n' },
  ],
]

describe('what both sides have added stands beside each other, ours first', () => {
  test.each(kept)('in %s', async (path, text, ours, theirs) => {
    const both = Object.fromEntries(Object.keys(ours).map(key => [key, `${ours[key]}${theirs[key]}`]))
    const answer = await resolve(path, [fill(text, {}), fill(text, ours), fill(text, theirs)])
    const toLines = (value: string) => value.split('\n').filter(line => line.trim() !== '')
    expect(toLines(textOf(answer))).toEqual(toLines(fill(text, both)))
  })
})

const declined: readonly (readonly [title: string, ...Case, reason: string])[] = [
  [
    'one method twice',
    'A.cs',
    'class A\n{\n    int x;\n@1\n}\n',
    { 1: '    void F(int a) { G(a); }\n' },
    { 1: '    void F(int a) { H(a); }\n' },
    'F',
  ],
  [
    'one function twice',
    'a.cpp',
    'int x;\n@1\nint y;\n',
    { 1: 'int f(int a) { return a; }\n' },
    { 1: 'int f(int a) { return 2; }\n' },
    'f(',
  ],
  [
    'one method twice',
    'A.php',
    '<?php\nclass A\n{\n    public $x;\n@1\n}\n',
    { 1: '    public function f() { return 1; }\n' },
    { 1: '    public function F() { return 2; }\n' },
    'f()',
  ],
  [
    'one method twice',
    'a.rb',
    'class A\n  X = 1\n@1\nend\n',
    { 1: '  def f\n    1\n  end\n' },
    { 1: '  def f\n    2\n  end\n' },
    'f',
  ],
  [
    'one name from two packages',
    'A.kt',
    'package a\n\nimport b.C\n@1\n\nval c = C()\n@2\n',
    { 1: 'import x.D\n', 2: 'val p = D()\n' },
    { 1: 'import y.D\n', 2: 'val q = D()\n' },
    'twice',
  ],
  [
    'one property twice',
    'A.swift',
    'struct A {\n    let x: Int\n@1\n}\n',
    { 1: '    let y: Int\n' },
    { 1: '    let y: String\n' },
    'y',
  ],
  [
    'a property and its shorthand',
    'a.css',
    '.a {\n  color: red;\n@1\n}\n',
    { 1: '  margin: 0;\n' },
    { 1: '  margin-top: 1px;\n' },
    'edits',
  ],
  [
    'two rules for one selector',
    'a.css',
    '.a {\n  color: red;\n}\n@1\n',
    { 1: '\n.b {\n  color: red;\n}\n' },
    { 1: '\n.b {\n  color: blue;\n}\n' },
    '',
  ],
  [
    'steps of an ordered list',
    'a.html',
    '<ol>\n  <li>Start</li>\n@1\n</ol>\n',
    { 1: '  <li>Turn left</li>\n' },
    { 1: '  <li>Turn right</li>\n' },
    '',
  ],
  [
    'paragraphs at one place',
    'a.html',
    '<main>\n  <p>Start</p>\n@1\n</main>\n',
    { 1: '  <p>Ours</p>\n' },
    { 1: '  <p>Theirs</p>\n' },
    '',
  ],
  [
    'two descriptions of a page',
    'a.html',
    '<head>\n  <title>a</title>\n@1\n</head>\n',
    { 1: '  <meta name="description" content="ours">\n' },
    { 1: '  <meta name="description" content="theirs">\n' },
    '',
  ],
  [
    'two sections with one id',
    'a.html',
    '<main>\n  <p>Start</p>\n@1\n</main>\n',
    { 1: '  <section id="a">Ours</section>\n' },
    { 1: '  <section id="a">Theirs</section>\n' },
    '',
  ],
  [
    'scripts that may use each other',
    'a.html',
    '<head>\n  <title>a</title>\n@1\n</head>\n',
    { 1: '  <script>a = 1</script>\n' },
    { 1: '  <script>b = 2</script>\n' },
    '',
  ],
  [
    'patterns that may both match',
    'a.sh',
    'case $1 in\n  a) x ;;\n@1\nesac\n',
    { 1: '  b*) y ;;\n' },
    { 1: '  bc) z ;;\n' },
    '',
  ],
  [
    'commands that may depend on each other',
    'a.sh',
    'set -e\n@1\nrun\n',
    { 1: 'export A=1\n' },
    { 1: 'cd folder\n' },
    '',
  ],
]

describe('a person is asked about', () => {
  test.each(declined)('%s in %s', async (_title, path, text, ours, theirs, reason) => {
    const answer = await resolve(path, [fill(text, {}), fill(text, ours), fill(text, theirs)])
    expect(answer.kind === 'declined' ? answer.reasons.join('\n') : answer.text).toContain(reason)
    expect(answer.kind).toBe('declined')
  })
})
