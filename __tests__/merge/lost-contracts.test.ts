import { describe, expect, test } from '@jest/globals'
import {
  findContractUses,
  listDeclaredContracts,
  listLostContracts,
  mayProvide,
} from '../../src/conflicts/contracts/lost-contracts.ts'

const declarations: readonly (readonly [what: string, path: string, text: string, key: string])[] = [
  ['express', 'api.js', "app.get('/users/:id', (req, res) => {})", '/users/:'],
  ['express, chained', 'api.ts', "router.route('/users/:id').get(show)", '/users/:'],
  ['koa', 'api.mjs', 'userRouter.post("/users", handler)', '/users'],
  ['fastify', 'api.ts', "fastify.route({ method: 'GET', url: '/users/:id', handler })", '/users/:'],
  ['hono', 'api.ts', "app.delete('/users/:id{[0-9]+}', c => c.text('x'))", '/users/:'],
  ['FastAPI', 'api.py', '@app.get("/users/{user_id}")\ndef show(): pass', '/users/:'],
  ['Flask', 'api.py', "@bp.route('/users/<int:id>', methods=['GET'])", '/users/:'],
  ['gin', 'main.go', 'r.GET("/users/:id", show)', '/users/:'],
  ['net/http', 'main.go', 'http.HandleFunc("GET /users/{id}", show)', '/users/:'],
  ['Rails', 'config/routes.rb', "  get '/users/:id', to: 'users#show'", '/users/:'],
  ['OpenAPI', 'openapi.yaml', 'openapi: 3.1.0\npaths:\n  /users/{id}:\n    get: {}\n', '/users/:'],
  [
    'OpenAPI as JSON',
    'api.json',
    '{\n  "openapi": "3.1.0",\n  "paths": {\n    "/users/{id}": {\n',
    '/users/:',
  ],
  ['GraphQL', 'schema.graphql', 'type User {\n  id: ID!\n}\n', 'User'],
  ['Prisma', 'prisma/schema.prisma', 'model User {\n  id Int @id\n}\n', 'User'],
  [
    'JSON Schema',
    's.json',
    '{\n  "$defs": {\n    "user": {\n      "a": 1\n    }\n  }\n}\n',
    's.json#$defs/user',
  ],
]

describe('a contract', () => {
  test.each(declarations)('is declared by %s', (_, path, text, key) => {
    expect(listDeclaredContracts(path, text).map(contract => contract.key)).toEqual([key])
  })

  test.each([
    ['a request of a test', 'api.test.ts', "request(app).get('/users/1').expect(200)"],
    ['a client', 'client.ts', "await axios.get('/users/1', { headers })"],
    ['a setting', 'app.ts', "app.get('port', 1)"],
    [
      'a path that means anything',
      'api.ts',
      "app.get('/:id', f); app.get('/', f); app.get('/a', f); app.get('/files/*', f)",
    ],
    ['a list of files', 'x.yml', 'paths:\n  /users/list: 1\n'],
  ])('is not declared by %s', (_, path, text) => {
    expect(listDeclaredContracts(path, text)).toEqual([])
  })
})

const route = { kind: 'route' as const, name: '/users/:id', key: '/users/:' }
const countUses = (path: string, text: string, contract: Parameters<typeof findContractUses>[0] = route) =>
  findContractUses(contract, path, text).length

describe('a route is used', () => {
  test.each([
    "fetch('/users/12')",
    `fetch(\`/users/\${id}\`)`,
    `fetch(\`\${base}/users/\${id}?full=1\`)`,
    'fetch("https://api.example.com/users/7")',
    'requests.get(f"{BASE}/users/{user_id}")',
    "request(app).get('/users/1')",
  ])('by %s', text => {
    expect(countUses('web/client.ts', text)).toBe(1)
  })

  test.each([
    "fetch('/users')",
    "fetch('/users/1/posts')",
    "fetch('/admin/users/1')",
    "import x from '../users/1'",
    '// see /users/1',
    "app.get('/users/:id', show)",
  ])('not by %s', text => {
    expect(countUses('web/client.ts', text)).toBe(0)
  })

  test('not by a page of documentation', () => {
    expect(countUses('README.md', 'Call `/users/12`.')).toBe(0)
  })
})

describe('a change removes', () => {
  const list = (path: string, before: string, after: string) =>
    listLostContracts([{ path, before, after }]).map(({ kind, name }) => `${kind} ${name}`)

  test('routes that it no longer declares, unless only the names of parameters differ, or another file has them', () => {
    const before = "app.get('/users/:id', a)\napp.get('/posts', b)\n"
    expect(list('api.ts', before, "app.get('/posts', b)\n")).toEqual(['route /users/:id'])
    expect(list('api.ts', before, before.replace(':id', ':userId'))).toEqual([])
    const moved = [
      { path: 'api.ts', before, after: "app.get('/posts', b)\n" },
      { path: 'users.ts', before: '', after: "app.get('/users/:id', a)\n" },
    ]
    expect(listLostContracts(moved)).toEqual([])
  })

  test.each([
    ['db/migrations/7.sql', 'ALTER TABLE users DROP COLUMN email;', ['column users.email']],
    ['db/migrations/7.sql', 'alter table "users" rename column email to mail;', ['column users.email']],
    ['db/migrations/7.sql', 'DROP TABLE IF EXISTS public.users;', ['table users']],
    [
      'db/migrate/7_x.rb',
      'class X\n  def change\n    remove_column :users, :email\n',
      ['column users.email'],
    ],
    ['migrations/versions/7.py', "def upgrade():\n    op.drop_table('users')\n", ['table users']],
  ])('by %s: %s', (path, text, names) => {
    expect(list(path, '', text)).toEqual(names)
  })

  test.each([
    ['db/migrations/7.sql', 'CREATE TABLE users (id int);\n-- +goose Down\nDROP TABLE users;\n'],
    ['db/migrations/7.down.sql', 'DROP TABLE users;\n'],
    ['db/migrations/7.sql', 'DROP TABLE users;\nCREATE TABLE users (id int);\n'],
    [
      'migrations/7.js',
      "exports.up = k => k.schema.createTable('users')\nexports.down = k => k.schema.dropTable('users')",
    ],
    [
      'migrations/versions/7.py',
      "def upgrade():\n    pass\n\ndef downgrade():\n    op.drop_table('users')\n",
    ],
    ['notes/7.sql', 'DROP TABLE users;\n'],
  ])('nothing by %s: %s', (path, text) => {
    expect(list(path, '', text)).toEqual([])
  })
})

describe('a table, a column or a type is used', () => {
  const table = { kind: 'table' as const, name: 'users', key: 'users' }
  const column = { kind: 'column' as const, name: 'users.email', key: 'users.email' }
  const type = { kind: 'type' as const, name: 'User', key: 'User' }
  const model = { kind: 'model' as const, name: 'BlogPost', key: 'BlogPost' }
  const definition = {
    kind: 'definition' as const,
    name: 'definitions/user',
    key: 'api/s.json#definitions/user',
  }

  test('in statements of SQL, and nowhere else', () => {
    expect(countUses('a.ts', 'db.query(`SELECT id FROM users WHERE id = $1`)', table)).toBe(1)
    expect(countUses('a.py', 'cursor.execute("INSERT INTO users (id) VALUES (1)")', table)).toBe(1)
    expect(countUses('a.ts', '// taken from users\nimport x from "users"', table)).toBe(0)
    expect(countUses('a.ts', 'db.query(`SELECT id FROM users_old`)', table)).toBe(0)
    expect(countUses('a.ts', 'db.query(`SELECT email FROM users`)', column)).toBe(1)
    expect(countUses('a.py', 'run("SELECT email FROM users")', column)).toBe(1)
    expect(countUses('a.ts', 'db.query(`SELECT id FROM users`)\nconst email = 1', column)).toBe(0)
  })

  test('in schemas, documents and calls of a client', () => {
    expect(countUses('b.graphql', 'type Post { author: User!, fans: [User!] }', type)).toBe(2)
    expect(countUses('b.ts', 'gql`fragment F on User { id }`; const x: User = y', type)).toBe(1)
    expect(countUses('b.ts', 'await prisma.blogPost.findMany()', model)).toBe(1)
    expect(countUses('b.prisma', 'model X {\n  posts BlogPost[]\n}', model)).toBe(1)
    expect(countUses('api/s.json', '{ "$ref": "#/definitions/user" }', definition)).toBe(1)
    expect(countUses('web/t.json', '{ "$ref": "../api/s.json#/definitions/user" }', definition)).toBe(1)
    expect(countUses('web/t.json', '{ "$ref": "#/definitions/user" }', definition)).toBe(0)
  })
})

test('a route may still be provided by a router below a mount, or by one with a parameter in its place', () => {
  const me = { kind: 'route' as const, name: '/users/me', key: '/users/me' }
  expect(mayProvide(me, 'app.ts', "app.use('/users', users)")).toBe(true)
  expect(mayProvide(me, 'app.py', 'app.include_router(users, prefix="/users")')).toBe(true)
  expect(mayProvide(me, 'config/routes.rb', 'resources :users')).toBe(true)
  expect(mayProvide(me, 'app.ts', "app.get('/users/:id', show)")).toBe(true)
  expect(mayProvide(me, 'app.ts', "app.get('/users', list)")).toBe(false)
})
