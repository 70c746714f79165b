package dev.rejoin.crdt.example;

/** The demo did not end well. It has said why, so there is no stack trace to hide that. */
public final class DemoFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoFailedException(String message) {
    super(message, null, false, false);
  }
}
