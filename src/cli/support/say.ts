/** Progress goes to stderr: stdout is for results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
