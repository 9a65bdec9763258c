/**
 * `npm run evaluate [-- --json]`: every shipped policy against its references, on test and out-of-distribution prompts.
 * `npm run evaluate -- --log FILE [--models FILE] [--train] [--seeds N] [--steps N] [--holdout FAMILY,...] [--json]`:
 * the same for a routing log of one's own, in one file or several; `--check` reads it and tells what it was read as; with
 * `--policy FILE` a saved policy is judged on it. A log of what was served, one answer a prompt, is recognised:
 * `[--propensity COLUMN] [--policy-out FILE]`.
 * `npm run evaluate -- --world ID --serve uniform|mostly|router [--rows N] [--seed N] [--hide-propensity] --log-out FILE`: makes
 * such a log of a built-in world. Results on stdout, progress on stderr; exit code 2 and one line for bad input.
 */
import { messagesOf } from '../../core/messages/message.ts'
import { createWording } from '../../ui/words/words.ts'
import { say } from '../support/say.ts'
import { BadInput, parseOptions, Refused } from './options.ts'

try {
  const options = parseOptions(process.argv.slice(2))
  // Either way loads only what it needs: neither starts quickly.
  const output = options.serve
    ? (await import('./serve.ts')).writeServedLog(options.serve)
    : options.log
      ? options.log.check
        ? await (await import('./check.ts')).checkLog(options.log, options.json)
        : await (await import('./log.ts')).evaluateLog(options.log, options.json)
      : await (await import('./shipped.ts')).evaluateShipped(options.json)
  process.stdout.write(`${output}\n`)
} catch (error) {
  if (error instanceof Refused) process.stdout.write(`${error.message}\n`)
  else
    say(
      createWording('en')
        .sayAll(messagesOf(error))
        .replace(/\s*\n\s*/g, ' '),
    )
  process.exitCode = error instanceof BadInput || error instanceof Refused ? 2 : 1
}
