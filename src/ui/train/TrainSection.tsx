/** Section 4: train a policy here and watch it learn. */
export default function TrainSection() {
  return <section className="train" aria-labelledby="train-title" />
}
