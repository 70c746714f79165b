package dev.rejoin.crdt.example;

/** A script cannot be read or breaks a rule; the message is for its author. */
final class ScriptException extends Exception {

  private static final long serialVersionUID = 1L;

  ScriptException(String message, Throwable cause) {
    super(message, cause);
  }

  ScriptException(int line, Exception reason) {
    this("line " + line + ": " + reason.getMessage(), reason);
  }
}
