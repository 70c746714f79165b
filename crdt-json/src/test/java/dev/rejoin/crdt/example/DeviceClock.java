package dev.rejoin.crdt.example;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock that a device goes by: simulated, and wrong by as much as the script says. */
final class DeviceClock extends Clock {

  private final InstantSource truth;
  private Skew skew = Skew.NONE;

  DeviceClock(InstantSource truth) {
    this.truth = truth;
  }

  void set(Skew wrongBy) {
    skew = wrongBy;
  }

  @Override
  public Instant instant() {
    return skew.appliedTo(truth.instant());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("a device's clock shows UTC, not " + zone);
  }
}
