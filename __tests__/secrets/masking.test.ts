import { describe, expect, test } from '@jest/globals'
import { maskSecrets, protectValues } from '../../src/secrets/masking.ts'
import { scanText } from '../../src/secrets/scan-text.ts'
import { listSecretValues } from '../../src/secrets/secret-values.ts'

const token = `ghp_${'aB3dE6gH9j'.repeat(4).slice(0, 36)}`

describe('secret values', () => {
  test('are those of variables with telling names, and passwords in addresses', () => {
    const values = listSecretValues({
      MY_API_KEY: 'hunter2-hunter2',
      NPM_TOKEN: 'short',
      TOKEN_FILE: 'somewhere-else',
      SSH_AUTH_SOCK: '/tmp/agent.sock',
      PWD: '/home/me/my project',
      DEPLOY_KEY: '/home/me/my keys/deploy',
      GREETING: 'hello, hello, hello',
      DATABASE_URL: 'postgres://me:s3cr3t-s3cr3t@db/x',
    })
    expect(values).toEqual([
      { name: 'MY_API_KEY', value: 'hunter2-hunter2' },
      { name: 'DATABASE_URL', value: 's3cr3t-s3cr3t' },
    ])
  })

  test('may begin with a slash, as keys in base64 do', () => {
    const value = '/3x2fKq9+b/aa80LmZ1' // made up
    expect(listSecretValues({ AWS_SECRET_ACCESS_KEY: value, CI_TOKEN: '/run/secrets/token' })).toEqual([
      { name: 'AWS_SECRET_ACCESS_KEY', value },
    ])
  })

  test('are neither the working folder nor the names of git settings', () => {
    const values = listSecretValues({
      PWD: '/home/jo/My Project',
      OLDPWD: '/home/jo/My Documents',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_KEY_1: 'url.https://jo:s3cr3t-s3cr3t@example.com/.insteadOf',
    })
    expect(values).toEqual([{ name: 'GIT_CONFIG_KEY_1', value: 's3cr3t-s3cr3t' }])
  })

  test('are masked in every form, as tokens of known shapes are', () => {
    protectValues([{ name: 'K', value: 'a"secret/value' }])
    const base64 = Buffer.from('a"secret/value').toString('base64')
    expect(maskSecrets(`x a"secret/value y a\\"secret/value z ${base64} ${token}.`)).not.toMatch(
      /secret|YSJz|ghp_/,
    )
    expect(maskSecrets('the task-of-many-words-that-are-joined-by-dashes stays')).toContain(
      'joined-by-dashes',
    )
  })
})

describe('a scan', () => {
  test('finds values and tokens with their lines, even where a comment forbids it', async () => {
    protectValues([{ name: 'MY_KEY', value: 'value-of-mine' }])
    const text = `a\nb value-of-mine\n// secretlint-disable\nconst t = '${token}'\n`
    const found = await scanText('a.js', text)
    expect(found.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      '2 the value of MY_KEY',
      expect.stringMatching(/^4 a secret \(github: /),
    ])
  })
})
