import type { PlanPattern } from './plan-pattern.ts'

export const byLayer: PlanPattern = {
  use: 'one feature through database, API and pages of a layered application',
  text: `# By layer: each layer is a task, and starts from the code of the layer below.
name: Comments on articles
agent: claude
tasks:
  schema:
    title: Table and migration
    prompt: Add a migration and a model for comments on articles (author, text, time).
    files: ["db/migrations/**", "src/models/comment.ts"]
    estimate-minutes: 10
  api:
    title: Routes
    needs: [schema]
    prompt: Add routes to list, add and delete comments of an article, with tests.
    files: ["src/routes/comments.ts", "test/routes/comments.test.ts"]
    test: npm test -- comments
    estimate-minutes: 20
  emails:
    title: Tell the author
    needs: [schema]
    prompt: Send the author of an article a mail for each new comment, with tests.
    files: ["src/mails/**", "test/mails/**"]
    estimate-minutes: 15
  pages:
    title: Pages
    needs: [api]
    prompt: Show comments below an article, with a form to add one, using the routes that are there.
    files: ["src/pages/**"]
    estimate-minutes: 20
integration:
  test: npm test
`,
}
