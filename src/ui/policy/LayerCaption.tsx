import './LayerCaption.css'

/** A layer's caption; a reading takes its place without moving anything. */
export function LayerCaption({
  symbol,
  text,
  reading,
}: {
  symbol: string
  text: string
  reading: string | null
}) {
  return (
    <p className="caption">
      <span className={reading === null ? '' : 'covered'}>{text}</span>{' '}
      <span className="symbol">{symbol}</span>
      {reading !== null && (
        <span className="reading" aria-hidden="true">
          {reading} <span className="symbol">{symbol}</span>
        </span>
      )}
    </p>
  )
}
