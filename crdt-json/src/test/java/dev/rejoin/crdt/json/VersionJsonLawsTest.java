package dev.rejoin.crdt.json;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Version;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.Subject;
import dev.rejoin.crdt.testkit.Visible;
import java.util.Map;

class VersionJsonLawsTest implements CrdtLaws<Version> {

  private static Version next(Version version, ReplicaId id) {
    long count = version.count(id) + 1;
    return version.merge(Version.of(Map.of(id, new Version.Entry(count, (int) count * 7 % 5))));
  }

  @Override
  public Subject<Version> subject() {
    return Encodings.encoded(
            Subject.startingAt(Version.empty())
                .edit("update", (version, me) -> next(version, me.id()))
                .observing(version -> version.entries().mapValues(Version.Entry::count))
                .meaning(
                    visible ->
                        visible.edits().stream()
                            .collect(groupingBy(Visible.Edit::replica, counting()))),
            new TypeReference<Version>() {})
        .restarting();
  }
}
