/** What the device and its line are spared. Most browsers tell neither: then nothing is. */

/** Memory below which nothing is held ahead of its use, GB. */
const LITTLE_GB = 4

/** Whether the person asked for little traffic. @param device as much of the browser's navigator as is needed */
export function savesData(device: object = navigator): boolean {
  const connection: unknown = Reflect.get(device, 'connection')
  return typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true
}

/** Whether what is probably needed soon may be fetched and computed ahead. */
export function hasRoomToPrepare(device: object = navigator): boolean {
  const gigabytes: unknown = Reflect.get(device, 'deviceMemory')
  return !savesData(device) && !(typeof gigabytes === 'number' && gigabytes < LITTLE_GB)
}
