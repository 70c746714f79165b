package dev.rejoin.crdt.json;

/**
 * Finds text that no encoding of Unicode can carry: it would read well and could not be sent on.
 */
final class Unicode {

  private Unicode() {}

  /** Returns the index of the first lone surrogate, or -1 if there is none or it is no text. */
  static int loneSurrogate(Object content) {
    if (content instanceof String text) {
      for (int i = 0; i < text.length(); i++) {
        if (Character.isSurrogate(text.charAt(i))) {
          if (text.codePointAt(i) < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            return i;
          }
          i++;
        }
      }
    }
    return -1;
  }
}
