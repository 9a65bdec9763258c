/** Section 5: every router on one chart and in one table. */
export default function CompareSection() {
  return <section className="compare" aria-labelledby="compare-title" />
}
