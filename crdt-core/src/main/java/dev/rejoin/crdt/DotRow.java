package dev.rejoin.crdt;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What the components of a record hold, in their order; a part may be empty as long as one is not.
 * All rows that meet have as many parts, of the same kinds.
 */
final class DotRow implements DotStore<DotRow> {

  private final Nested[] parts; // never changed

  private DotRow(Nested[] parts) {
    this.parts = parts;
  }

  static DotRow of(List<Nested> parts) {
    return new DotRow(parts.toArray(Nested[]::new));
  }

  Nested part(int index) {
    return parts[index];
  }

  @Override
  public boolean isEmpty() {
    return Arrays.stream(parts).allMatch(Nested::isEmpty);
  }

  @Override
  public DotRow empty() {
    return each(Nested::empty);
  }

  @Override
  public DotRow unseenBy(CausalContext context) {
    return each(part -> part.unseenBy(context));
  }

  /** Returns the row of these parts, each replaced; this very row if none changes. */
  private DotRow each(UnaryOperator<Nested> replacement) {
    Nested[] replaced = new Nested[parts.length];
    boolean isSame = true;
    for (int i = 0; i < parts.length; i++) {
      replaced[i] = replacement.apply(parts[i]);
      isSame &= replaced[i] == parts[i];
    }
    return isSame ? this : new DotRow(replaced);
  }

  @Override
  public DotRow join(CausalContext mine, DotRow other, CausalContext theirs) {
    Nested[] joined = new Nested[parts.length];
    boolean allMine = true;
    boolean allTheirs = true;
    for (int i = 0; i < parts.length; i++) {
      joined[i] = parts[i].join(mine, other.parts[i], theirs);
      allMine &= joined[i] == parts[i];
      allTheirs = allTheirs && joined[i].equals(other.parts[i]);
    }
    if (allMine) {
      return this;
    }
    return allTheirs ? other : new DotRow(joined);
  }

  @Override
  public DotRow since(DotRow base, CausalContext baseContext) {
    Nested[] news = new Nested[parts.length];
    for (int i = 0; i < parts.length; i++) {
      news[i] = parts[i].since(base.parts[i], baseContext);
    }
    return new DotRow(news);
  }

  @Override
  public boolean everyDotNotIn(DotRow other, Predicate<? super Dot> test) {
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] != other.parts[i] && !parts[i].everyDotNotIn(other.parts[i], test)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean hasNoneDeadIn(DotRow other, CausalContext otherContext) {
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] != other.parts[i] && !parts[i].hasNoneDeadIn(other.parts[i], otherContext)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof DotRow that && Arrays.equals(parts, that.parts));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parts);
  }

  @Override
  public String toString() {
    return Arrays.toString(parts);
  }
}
