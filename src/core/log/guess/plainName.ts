/** A column's name with underscores for spaces and hyphens: `Model Name` is `Model_Name`. */
export function plainName(name: string): string {
  return name.trim().replace(/[\s-]+/g, '_')
}
