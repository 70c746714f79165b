package dev.rejoin.crdt.example;

import java.time.Instant;

/** One line of a script. */
sealed interface Step {

  /** Plays this step. */
  void playOn(Replay replay);

  /** It is {@code time} now, by a clock that is right. */
  record At(Instant time) implements Step {
    @Override
    public void playOn(Replay replay) {
      replay.at(time);
    }
  }

  /** The clock of {@code device} is wrong by {@code skew} from now on. */
  record SetClock(String device, Skew skew) implements Step {
    @Override
    public void playOn(Replay replay) {
      replay.setClock(device, skew);
    }
  }

  /** Nothing reaches {@code device} or leaves it from now on. */
  record GoOffline(String device) implements Step {
    @Override
    public void playOn(Replay replay) {
      replay.goOffline(device);
    }
  }

  /** {@code device} is back, and exchanges with every device that is online. */
  record GoOnline(String device) implements Step {
    @Override
    public void playOn(Replay replay) {
      replay.goOnline(device);
    }
  }

  /** {@code device} is switched off and on. */
  record Restart(String device) implements Step {
    @Override
    public void playOn(Replay replay) {
      replay.restart(device);
    }
  }

  /** Two devices that are online exchange. */
  record Sync(String one, String other) implements Step {
    @Override
    public void playOn(Replay replay) {
      replay.sync(one, other);
    }
  }

  /** Two devices side by side exchange, with or without a network. */
  record Meet(String one, String other) implements Step {
    @Override
    public void playOn(Replay replay) {
      replay.meet(one, other);
    }
  }

  /** {@code device} edits a row of its list. */
  record Edit(String device, Verb verb, String item, String argument) implements Step {
    @Override
    public void playOn(Replay replay) {
      replay.edit(this);
    }

    /** Returns the edit as the script says it. */
    @Override
    public String toString() {
      return switch (verb.argument()) {
        case AMOUNT -> verb.word() + (argument.equals("1") ? " " : " " + argument + " ") + item;
        case TEXT -> verb.word() + " " + item + ": " + argument;
        case NONE -> verb.word() + " " + item;
      };
    }
  }

  /** The narrator says {@code text}. */
  record Say(String text) implements Step {
    @Override
    public void playOn(Replay replay) {
      replay.say(text);
    }
  }

  /** The run ends here, and whoever is offline stays so. */
  record Stop() implements Step {
    @Override
    public void playOn(Replay replay) {
      replay.stop();
    }
  }
}
