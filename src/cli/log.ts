/** Progress goes to stderr: stdout is for results. */
export function log(line: string): void {
  process.stderr.write(`${line}\n`)
}
