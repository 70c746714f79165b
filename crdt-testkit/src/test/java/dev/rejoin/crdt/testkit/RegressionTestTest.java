package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test in a report is pasted, compiled and run, and fails as the law did. */
class RegressionTestTest {

  private static final String CLASS =
      """
      package pasted;
      %s
      public class PastedTest {
        private static Subject<Integer> subject() {
          return Subject.of(1)
              .merging(Integer::sum)
              .edit("C:\\\\users", (n, me) -> n + 1);
        }
        %s
      }
      """;

  @TempDir private Path folder;

  @Test
  void pastedTestFailsAsTheLawDid() throws Exception {
    LawViolation violation =
        violation(
            Timeline.of(Step.edit(0, 0), Step.staleMerge(0, 1, 2), Step.delta(1, 0, 3))
                .withClocks(WallClock.STEADY, WallClock.AHEAD));

    Throwable again = thrownBy(violation);

    assertThat(again).isExactlyInstanceOf(LawViolation.class).hasMessage(violation.getMessage());
  }

  @Test
  void timelineWithoutStepsCanBePastedToo() throws Exception {
    LawViolation violation = violation(Timeline.of());

    Throwable again = thrownBy(violation);

    assertThat(again).hasMessage(violation.getMessage());
  }

  private static LawViolation violation(Timeline timeline) {
    Subject<Integer> subject =
        Subject.of(1).merging(Integer::sum).edit("C:\\users", (n, me) -> n + 1);
    return catchThrowableOfType(LawViolation.class, () -> Law.IDEMPOTENT.check(subject, timeline));
  }

  private Throwable thrownBy(LawViolation violation) throws Exception {
    compile(String.valueOf(violation.getMessage()));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Class<?> pasted = loader.loadClass("pasted.PastedTest");
      Method method =
          List.of(pasted.getDeclaredMethods()).stream()
              .filter(m -> m.isAnnotationPresent(Test.class))
              .findFirst()
              .orElseThrow();
      method.setAccessible(true);
      return catchThrowableOfType(
              InvocationTargetException.class,
              () -> method.invoke(pasted.getConstructor().newInstance()))
          .getTargetException();
    }
  }

  private void compile(String report) throws Exception {
    List<String> code =
        report.lines().dropWhile(line -> !line.startsWith("As a test")).skip(1).toList();
    String imports =
        String.join(
            "\n",
            code.stream()
                .filter(line -> line.startsWith("  // import "))
                .map(line -> line.substring("  // ".length()))
                .toList());
    Path source = Files.createDirectories(folder.resolve("pasted")).resolve("PastedTest.java");
    Files.writeString(source, CLASS.formatted(imports, String.join("\n", code)));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                errors,
                null,
                null,
                List.of("-cp", classPath(), "-d", folder.toString()),
                null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
            .call();
    assertThat(compiled).as(errors.toString()).isTrue();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
