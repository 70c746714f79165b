package dev.rejoin.crdt.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where pictures of violations are written: the folder that the system property {@value #PROPERTY}
 * names, else {@value #DEFAULT} below the working directory. An empty name switches it off.
 */
final class ReportFiles {

  static final String PROPERTY = "crdt.testkit.reports";
  static final String DEFAULT = "target/crdt-testkit";

  private ReportFiles() {}

  /**
   * Writes the picture of a violation and returns the violation, which now says where; or why there
   * is none, since a disk that is full must not hide a broken law.
   *
   * @param test what the file is named after, with the law
   */
  static LawViolation save(LawViolation violation, String test) {
    String folder = System.getProperty(PROPERTY, DEFAULT);
    if (folder.isBlank()) {
      return violation;
    }
    String name = fileName(test, violation.law());
    try {
      Path file = Path.of(folder).resolve(name).toAbsolutePath().normalize();
      Files.createDirectories(file.getParent());
      Files.writeString(file, violation.svg());
      return violation.saying("Drawn in " + file);
    } catch (IOException | RuntimeException e) {
      return violation.saying("Could not write " + name + " to " + folder + ": " + e);
    }
  }

  /** Returns a name that every file system takes, always the same for one law of one test. */
  private static String fileName(String test, Law law) {
    return test.replaceAll("[^A-Za-z0-9._-]", ".") + "-" + law + ".svg";
  }
}
