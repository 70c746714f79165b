package dev.rejoin.crdt;

import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A join that does alike with all keys, or as the hash of each says: keeps, drops, or mixes.
 *
 * @param mine what is done with a key of this side only
 * @param theirs what is done with a key of the other side only
 * @param both what is done with a key of both sides whose values differ
 * @param whole whether the join says so where it keeps all keys of one side
 * @param valuesTellKeys whether equal values are only those of equal keys, and the join says so
 * @param salt makes one {@link Answer#VARYING} unlike another
 */
record TrieRule(
    Answer mine, Answer theirs, Answer both, boolean whole, boolean valuesTellKeys, int salt)
    implements Trie.Join<TrieKey, String> {

  /** What is done with a key. */
  enum Answer {
    MINE,
    THEIRS,
    MIXED,
    NONE,
    VARYING
  }

  static TrieRule random(Random random, boolean valuesTellKeys) {
    return new TrieRule(
        answer(random),
        answer(random),
        answer(random),
        random.nextBoolean(),
        valuesTellKeys && random.nextBoolean(),
        random.nextInt());
  }

  private static Answer answer(Random random) {
    return Answer.values()[random.nextInt(Answer.values().length)];
  }

  /** Returns the value of a key as seen from the specification; null for none. */
  @Nullable String join(TrieKey key, @Nullable String here, @Nullable String there) {
    if (here == null) {
      return there == null ? null : answer(theirs, key, there, there);
    }
    if (there == null) {
      return answer(mine, key, here, here);
    }
    return here.equals(there) ? here : answer(both, key, here, there);
  }

  private @Nullable String answer(Answer answer, TrieKey key, String here, String there) {
    return switch (answer) {
      case MINE -> here;
      case THEIRS -> there;
      case MIXED -> here == there ? here + "!" : here + there;
      case NONE -> null;
      case VARYING -> {
        int drawn = Math.floorMod(Objects.hash(salt, key.id(), key.hash()) >>> 3, 4);
        yield answer(Answer.values()[drawn], key, here, there);
      }
    };
  }

  @Override
  public @Nullable String both(TrieKey key, String here, String there) {
    return join(key, here, there);
  }

  @Override
  public @Nullable String onlyMine(TrieKey key, String here) {
    return join(key, here, null);
  }

  @Override
  public @Nullable String onlyTheirs(TrieKey key, String there) {
    return join(key, null, there);
  }

  @Override
  public boolean keepsMine() {
    return whole && (mine == Answer.MINE || mine == Answer.THEIRS);
  }

  @Override
  public boolean keepsTheirs() {
    return whole && (theirs == Answer.MINE || theirs == Answer.THEIRS);
  }

  @Override
  public boolean isSameEntry(String here, String there) {
    return valuesTellKeys && here.equals(there);
  }
}
