/** A larger run file is not parsed. Apart from its reader, which the page fetches only when a run is opened or saved. */
export const MAX_RUN_BYTES = 160 * 2 ** 20
