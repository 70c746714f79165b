package dev.rejoin.crdt.testkit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.rejoin.crdt.VersionVector;

class VersionVectorLawsTest implements CrdtLaws<VersionVector> {

  @Override
  public Subject<VersionVector> subject() {
    return Subject.startingAt(VersionVector.empty())
        .edit("increment", VersionVector::increment)
        .codec(VersionVector::counts, counts -> VersionVector.of(counts.toJavaMap()))
        .observing(VersionVector::counts)
        .meaning(
            visible ->
                visible.edits().stream().collect(groupingBy(Visible.Edit::replica, counting())));
  }
}
