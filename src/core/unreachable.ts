/** What cannot happen unless the program is wrong: nobody is told, so it needs no message. @param what for consoles */
export function unreachable(what: string): never {
  throw new Error(what)
}
