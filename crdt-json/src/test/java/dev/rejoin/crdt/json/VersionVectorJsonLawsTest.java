package dev.rejoin.crdt.json;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.VersionVector;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.Subject;
import dev.rejoin.crdt.testkit.Visible;

class VersionVectorJsonLawsTest implements CrdtLaws<VersionVector> {

  @Override
  public Subject<VersionVector> subject() {
    return Encodings.encoded(
            Subject.startingAt(VersionVector.empty())
                .edit("increment", VersionVector::increment)
                .observing(VersionVector::counts)
                .meaning(
                    visible ->
                        visible.edits().stream()
                            .collect(groupingBy(Visible.Edit::replica, counting()))),
            new TypeReference<VersionVector>() {})
        .restarting();
  }
}
