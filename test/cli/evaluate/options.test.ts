import { expect, test } from 'vitest'
import { BadInput, parseOptions } from '../../../src/cli/evaluate/options.ts'

test('without a log the shipped policies are evaluated', () => {
  expect(parseOptions([])).toEqual({ json: false, log: null, serve: null })
  expect(parseOptions(['--json'])).toEqual({ json: true, log: null, serve: null })
})

test('a log comes with its models, seeds, updates and held-out families', () => {
  const args = '--log a.jsonl --models m.json --train --seeds 3 --steps 500 --json --holdout'.split(' ')
  expect(parseOptions([...args, 'law, mbpp,'])).toEqual({
    json: true,
    log: {
      logs: ['a.jsonl'],
      models: 'm.json',
      check: false,
      train: true,
      seeds: 3,
      steps: 500,
      holdout: ['law', 'mbpp'],
      propensity: null,
      policyOut: null,
      policy: null,
    },
    serve: null,
  })
  expect(parseOptions(['--log', 'a.csv']).log).toEqual({
    logs: ['a.csv'],
    models: null,
    check: false,
    train: false,
    seeds: 1,
    steps: null,
    holdout: [],
    propensity: null,
    policyOut: null,
    policy: null,
  })
})

test('a log of what was served names its propensities, and the policy learnt from it is saved', () => {
  const args = '--log a.csv --propensity p --train --policy-out a.policy'.split(' ')
  expect(parseOptions(args).log).toMatchObject({ propensity: 'p', policyOut: 'a.policy', train: true })
  expect(parseOptions('--log a.csv --policy a.policy'.split(' ')).log).toMatchObject({ policy: 'a.policy' })
})

test('a log is made of a world by a serving policy', () => {
  const args = '--world judged-4 --serve mostly --rows 300 --seed 7 --hide-propensity --log-out a.csv'.split(
    ' ',
  )
  expect(parseOptions(args)).toEqual({
    json: false,
    log: null,
    serve: { world: 'judged-4', serve: 'mostly', rows: 300, logOut: 'a.csv', recorded: false, seed: 7 },
  })
  expect(parseOptions('--world w --serve uniform --log-out a'.split(' ')).serve).toMatchObject({
    rows: null,
    recorded: true,
    seed: 1,
  })
})

test('a log may be several files, which are only looked at where that is asked for', () => {
  const args = '--log a.json b.json --log c.json --check'.split(' ')
  expect(parseOptions(args).log).toMatchObject({ check: true, logs: ['a.json', 'c.json', 'b.json'] })
})

test.each([
  ['--sedes 3', '--sedes'],
  ['--log', '--log'],
  ['stray', 'stray'],
  ['--train', '--train needs --log'],
  ['--holdout law', '--holdout needs --log'],
  ['--log a --seeds 0', '--seeds must be a whole number from 1 to 20'],
  ['--log a --seeds 2.5', '--seeds'],
  ['--log a --seeds 21', '--seeds'],
  ['--rows 3', '--rows needs --world'],
  ['--log a --serve uniform', '--serve needs --world'],
  ['--world w --serve always --log-out a', '--serve uniform'],
  ['--world w --serve uniform', '--log-out'],
  ['--world w --serve uniform --log-out a --train', '--train does not go with --world'],
  ['--log a --steps 1e4', '--steps must be a whole number'],
])('"%s" is refused in one line that names it', (line, named) => {
  const parse = () => parseOptions(line.split(' '))
  expect(parse).toThrow(BadInput)
  expect(parse).toThrow(named)
  expect(parse).toThrow(/^[^\n]+\.$/)
})
