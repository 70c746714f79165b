package dev.rejoin.crdt.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Watches that elements or keys are read in the order in which they are written: by natural order
 * and text. Only the JDK's own classes are held to it: their orders are total, never throw and
 * never change. Where two neighbours are of other classes, or of different ones, any order is
 * taken, since it rests on what may differ between two builds of an application: {@code compareTo},
 * the constants of an enum, class names and texts.
 */
final class ContentOrder {

  private final FormatReader in;
  private final String subject;
  private @Nullable Object previous;

  /** Takes what the contents are called in an error, in the plural. */
  ContentOrder(String subject, FormatReader in) {
    this.subject = subject;
    this.in = in;
  }

  /** Begins anew. */
  void restart() {
    previous = null;
  }

  /** Takes the next content, refuses it if it belongs before the previous one, and returns it. */
  Object next(Object content) throws IOException {
    if (previous != null && hasOrder(content) && compare(previous, content) > 0) {
      throw in.refused(
          "%s must ascend, but %s follows %s",
          subject, Excerpt.shown(content), Excerpt.shown(previous));
    }
    previous = content;
    return content;
  }

  private boolean hasOrder(Object content) {
    return previous != null
        && previous.getClass() == content.getClass()
        && isOf(content.getClass());
  }

  /** Returns whether what is of that class is held to its order. */
  static boolean isOf(Class<?> type) {
    return Comparable.class.isAssignableFrom(type) && type.getClassLoader() == null;
  }

  @SuppressWarnings("unchecked") // both are of one class, whose order takes its own kind
  private static int compare(Object a, Object b) {
    int order = ((Comparable<Object>) a).compareTo(b);
    return order != 0 ? order : a.toString().compareTo(b.toString());
  }
}
