/** The names of a table's rows, in its order, with their types: TypeScript widens Object.keys to strings. */
export function settingNames<T extends object>(table: T): (keyof T)[] {
  const isName = (key: string): key is Extract<keyof T, string> => key in table
  return Object.keys(table).filter(isName)
}
