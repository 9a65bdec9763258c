import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from '../../../src/share/export/fileName.ts'

test('any words give a name that every file system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), words => {
      expect(fileName(words, 'csv')).toMatch(/^barp-[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?\.csv$/)
    }),
  )
})

test.each([
  ['reward', 'barp-reward.csv'],
  ['Cost against quality', 'barp-cost-against-quality.csv'],
  ['../../etc/passwd', 'barp-etc-passwd.csv'],
  ['Qualité', 'barp-qualite.csv'],
  ['日本', 'barp-file.csv'],
  ['', 'barp-file.csv'],
])('%j becomes %s', (words, expected) => {
  expect(fileName(words, 'csv')).toBe(expected)
})
