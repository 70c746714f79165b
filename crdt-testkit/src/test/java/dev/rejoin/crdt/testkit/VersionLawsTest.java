package dev.rejoin.crdt.testkit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Version;
import java.util.Map;

class VersionLawsTest implements CrdtLaws<Version> {

  @Override
  public Subject<Version> subject() {
    return Subject.startingAt(Version.empty())
        .edit("update", (version, me) -> next(version, me.id()))
        .codec(Version::entries, entries -> Version.of(entries.toJavaMap()))
        .observing(version -> version.entries().mapValues(Version.Entry::count))
        .meaning(
            visible ->
                visible.edits().stream().collect(groupingBy(Visible.Edit::replica, counting())));
  }

  private static Version next(Version version, ReplicaId id) {
    long count = version.count(id) + 1;
    return version.merge(Version.of(Map.of(id, new Version.Entry(count, (int) count * 7 % 5))));
  }
}
