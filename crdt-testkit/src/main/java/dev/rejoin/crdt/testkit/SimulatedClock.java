package dev.rejoin.crdt.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.IntSupplier;

/** A clock that shows what its {@link WallClock} makes of the current step of a timeline. */
final class SimulatedClock extends Clock {

  private final WallClock wall;
  private final IntSupplier step;

  SimulatedClock(WallClock wall, IntSupplier step) {
    this.wall = wall;
    this.step = step;
  }

  @Override
  public long millis() {
    return wall.millisAt(step.getAsInt());
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException(
        "a simulated clock has no other zone, asked for " + zone);
  }
}
