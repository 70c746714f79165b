package dev.rejoin.crdt.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharedFolderTest {

  @TempDir Path folder = Path.of("");

  private final Replica<ORSet<String>> phone = Sets.replica("phone");
  private final Replica<ORSet<String>> laptop = Sets.replica("laptop");

  private SharedFolder sideOf(Replica<ORSet<String>> replica, String device) {
    return new SharedFolder(replica, folder, device);
  }

  @Test
  void everybodyHasAllOnceNothingChangesAnyMore() throws IOException {
    Replica<ORSet<String>> tablet = Sets.replica("tablet");
    Sets.add(phone, "milk");
    Sets.add(tablet, "tea");

    syncUntilNothingChanges(
        sideOf(phone, "phone"), sideOf(laptop, "laptop"), sideOf(tablet, "tablet"));

    Sets.assertAllAlike(List.of(phone, laptop, tablet), List.of("milk", "tea"));
  }

  private static void syncUntilNothingChanges(SharedFolder... sides) throws IOException {
    boolean changes = true;
    while (changes) {
      changes = false;
      for (SharedFolder side : sides) {
        changes |= side.sync();
      }
    }
  }

  @Test
  void halfOfAFileIsSkippedAndReadOnceItIsWhole() throws IOException {
    Sets.add(phone, "milk");
    sideOf(phone, "phone").sync();
    Path file = folder.resolve("phone.json");
    byte[] whole = Files.readAllBytes(file);
    SharedFolder side = sideOf(laptop, "laptop");

    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThat(side.sync()).isFalse();
      assertThat(side.unread()).containsExactly(file);
    }
    Files.write(file, whole);

    assertThat(side.sync()).isTrue();
    assertThat(side.unread()).isEmpty();
    assertThat(laptop.state()).isEqualTo(phone.state());
  }

  @Test
  void foreignFilesAreSkippedAndLeftAlone() throws IOException {
    Path bookmarks = Files.writeString(folder.resolve("bookmarks.json"), "[1, 2]");
    Path nothing = Files.writeString(folder.resolve("nothing.json"), "null");
    Path notes = Files.writeString(folder.resolve("notes.txt"), "not JSON");
    SharedFolder side = sideOf(laptop, "laptop");

    boolean changed = side.sync();

    assertThat(changed).isFalse();
    assertThat(side.unread()).containsExactly(bookmarks, nothing);
    assertThat(bookmarks).hasContent("[1, 2]");
    assertThat(notes).hasContent("not JSON");
  }

  @Test
  void conflictingCopyIsOneMoreSnapshot() throws IOException {
    Sets.add(phone, "milk");
    sideOf(phone, "phone").sync();
    Files.move(folder.resolve("phone.json"), folder.resolve("phone (conflicting copy).json"));

    sideOf(laptop, "laptop").sync();

    assertThat(laptop.state()).isEqualTo(phone.state());
  }

  @Test
  void twoUnderOneIdPartAndKeepWhatTheyReadFromThen() throws IOException {
    Replica<ORSet<String>> copy = Sets.replica("phone", 99);
    SharedFolder one = sideOf(phone, "phone");
    SharedFolder other = sideOf(copy, "copy");
    Sets.add(phone, "milk");
    one.sync();
    Sets.add(copy, "milk");

    syncUntilNothingChanges(one, other);
    Sets.add(copy, "tea");
    syncUntilNothingChanges(other, one);

    assertThat(copy.id()).isNotEqualTo(phone.id());
    Sets.assertAllAlike(List.of(phone, copy), List.of("milk", "tea"));
  }

  /** The own file was not merged before it was replaced, and what only it had was gone. */
  @Test
  void whatABackupLacksIsTakenBackFromTheOwnFile() throws IOException {
    Sets.add(phone, "milk");
    sideOf(phone, "phone").sync();
    Replica<ORSet<String>> restored = Sets.replica("phone", 99);

    sideOf(restored, "phone").sync();
    sideOf(laptop, "laptop").sync();

    Sets.assertAllAlike(List.of(restored, laptop), List.of("milk"));
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  /** Each device has a folder of its own, and files are copied late, out of order and by halves. */
  @ParameterizedTest
  @MethodSource("seeds")
  void whateverTheCarrierDoesInBetweenAllConverge(long seed) throws IOException {
    Random random = new Random(seed);
    List<Replica<ORSet<String>>> replicas = Sets.NAMES.stream().map(Sets::replica).toList();
    List<SharedFolder> sides = new ArrayList<>();
    for (String name : Sets.NAMES) {
      Path own = Files.createDirectory(folder.resolve(name));
      sides.add(new SharedFolder(replicas.get(sides.size()), own, name));
    }
    List<String> added = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int device = random.nextInt(sides.size());
      switch (random.nextInt(3)) {
        case 0 -> {
          Sets.add(replicas.get(device), "e" + i);
          added.add("e" + i);
        }
        case 1 -> sides.get(device).sync();
        default -> carry(Sets.NAMES.get(device), random);
      }
    }

    boolean changes = true;
    while (changes) {
      changes = false;
      for (SharedFolder side : sides) {
        changes |= side.sync();
      }
      for (String name : Sets.NAMES) {
        changes |= carryAll(name);
      }
    }

    Sets.assertAllAlike(replicas, added);
  }

  /** Copies the file of a device to another, or the first half of it. */
  private void carry(String device, Random random) throws IOException {
    String other = Sets.NAMES.get(random.nextInt(Sets.NAMES.size()));
    Path file = folder.resolve(device).resolve(device + ".json");
    if (Files.exists(file) && !other.equals(device)) {
      byte[] bytes = Files.readAllBytes(file);
      int length = random.nextBoolean() ? bytes.length : bytes.length / 2;
      Path copy = folder.resolve(other).resolve(device + ".json");
      Files.write(copy, Arrays.copyOf(bytes, length));
    }
  }

  /** Copies the file of a device to all others, and returns whether one of them had another. */
  private boolean carryAll(String device) throws IOException {
    Path file = folder.resolve(device).resolve(device + ".json");
    boolean changed = false;
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path other : folders.toList()) {
        Path copy = other.resolve(device + ".json");
        if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
          Files.write(copy, Files.readAllBytes(file));
          changed = true;
        }
      }
    }
    return changed;
  }
}
