/** How the benchmark opens the page: no copy for offline is fetched in the background of what is measured. */
export const BENCH_PAGE = { viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' } as const
