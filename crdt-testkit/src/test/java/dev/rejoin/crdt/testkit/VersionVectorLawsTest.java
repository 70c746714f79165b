package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.VersionVector;

class VersionVectorLawsTest implements CrdtLaws<VersionVector> {

  @Override
  public Subject<VersionVector> subject() {
    return Subject.startingAt(VersionVector.empty())
        .edit("increment", VersionVector::increment)
        .observing(VersionVector::counts);
  }
}
