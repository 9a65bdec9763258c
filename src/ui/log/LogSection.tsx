/** Section 6: the person's own routing log as a world. */
export default function LogSection() {
  return <section className="log" aria-labelledby="log-title" />
}
