package dev.rejoin.crdt.testkit;

/** A law was to be checked on a subject that lacks what the law is about. */
final class DoesNotApply extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  DoesNotApply(Law law) {
    super("law %s does not apply: the subject has no %s".formatted(law, missing(law)));
  }

  private static String missing(Law law) {
    return switch (law) {
      case MEANING -> "meaning";
      case ORDER -> "order";
      case CODEC -> "codec";
      default -> "deltas";
    };
  }
}
