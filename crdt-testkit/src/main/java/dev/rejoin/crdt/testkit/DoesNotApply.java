package dev.rejoin.crdt.testkit;

/** A law was to be checked on a subject to which it does not apply. */
final class DoesNotApply extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  DoesNotApply(Law law, String reason) {
    super(message(law, reason));
  }

  static String message(Law law, String reason) {
    return "law %s does not apply: %s".formatted(law, reason);
  }
}
