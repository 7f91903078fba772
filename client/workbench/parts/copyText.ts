/**
 * Puts a text on the clipboard; whether it is there.
 *
 * Browsers offer the clipboard only to pages that came over a safe connection, and may ask the reader.
 */
export async function copyText(text: string): Promise<boolean> {
  // The type has a clipboard always; a page over plain HTTP has none.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    if (clipboard === undefined) return false;
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
