const ending = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)$/i;

/** Whether a file of this name is a picture, by its ending. */
export function isPictureName(name: string): boolean {
  return name.includes(".") && ending.test(name);
}

/** Whether an address, with its query and fragment or without, leads to a picture. */
export function isPictureAddress(address: string): boolean {
  return isPictureName(address) || (/[?#]/.test(address) && isPictureName(address.replace(/[?#].*$/s, "")));
}
