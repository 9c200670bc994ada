/*
 * A photo as it is sent: at most 2000 pixels a side, JPEG, drawn anew and so without the place, the
 * device and everything else that a camera writes into its files.
 */

const LONGEST_SIDE = 2000
const QUALITY = 0.85
const THUMB_SIDE = 320

/** The bytes of the photo as it is sent. Fails if the browser cannot open the file. */
export async function prepared(file) {
  const canvas = await drawn(file, LONGEST_SIDE)
  const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", QUALITY))
  return new Uint8Array(await blob.arrayBuffer())
}

/** A small picture of it as a data address: the page's policy shows no other. */
export async function thumbnail(bytes) {
  const canvas = await drawn(new Blob([bytes], { type: "image/jpeg" }), THUMB_SIDE)
  return canvas.toDataURL("image/jpeg", QUALITY)
}

/** A name for a photo that no other has: cameras call theirs alike. */
export function photoName() {
  return `${crypto.getRandomValues(new Uint32Array(2)).join("-")}.jpg`
}

async function drawn(file, side) {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement("canvas")
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const paper = canvas.getContext("2d")
  // What is clear in a PNG would turn black.
  paper.fillStyle = "#fff"
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return canvas
}
