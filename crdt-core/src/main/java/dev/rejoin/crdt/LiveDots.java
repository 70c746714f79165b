package dev.rejoin.crdt;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The live dots of one state that is being read back, however deep its parts are nested: each must
 * be in the context of the whole state, and lives at one place only. For one state, by one thread.
 *
 * <pre>{@code
 * LiveDots dots = LiveDots.under(flag.context());
 * EWFlag.Builder builder = EWFlag.builderUnder(dots);
 * flag.forEachLive(builder::live);
 * EWFlag read = builder.build();
 * }</pre>
 */
public final class LiveDots {

  private final CausalContext context; // an object of its own, which tells what was read under it
  private final Set<Dot> given = new HashSet<>();

  private LiveDots(CausalContext context) {
    this.context = context;
  }

  /**
   * Returns the live dots, none so far, of a state that has seen {@code context}.
   *
   * @throws NullPointerException if {@code context} is null
   */
  public static LiveDots under(CausalContext context) {
    return new LiveDots(CausalContext.of(Objects.requireNonNull(context, "context").ranges()));
  }

  /** Returns every dot that the whole state has seen, live or not. */
  public CausalContext context() {
    return context;
  }

  /** Takes note of a live dot and returns it. */
  Dot live(Dot dot) {
    if (!context.includes(dot)) {
      throw new IllegalArgumentException(
          "a live dot must be in the context, but " + dot + " is not");
    }
    if (!given.add(dot)) {
      throw new IllegalArgumentException(
          "a dot must live at one place only, but " + dot + " does at two");
    }
    return dot;
  }
}
