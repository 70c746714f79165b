package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An app that is a module of its own, compiled and run on the module path, uses records. */
class ModuleTest {

  private static final Path SOURCES = Path.of("src", "test", "resources", "module");

  @TempDir Path folder;

  @Test
  void recordsOfAnyKindWorkWhereThePackageIsOpen() throws Exception {
    assertThat(run("opens app.model to dev.rejoin.crdt;"))
        .containsExactly(
            "Count[clicks=GCounter{}]",
            "ORMap{t=Todo[title=tea, done=false]}{me: 1}"
                + " ORMap{t=Tag[names=[red]]}{me: 1}"
                + " ORMap{t=Light[on=true]}{me: 1}");
  }

  @Test
  void aMissingOpensIsNamed() throws Exception {
    assertThat(run(""))
        .containsExactly(
            "Count[clicks=GCounter{}]",
            "java.lang.reflect.InaccessibleObjectException: app.model.Rows$Todo must be open to"
                + " dev.rejoin.crdt: add \"opens app.model to dev.rejoin.crdt;\" to the"
                + " module-info.java of shop.app");
  }

  /** Returns the lines that the app prints, with that line in its module-info.java. */
  private List<String> run(String opens) throws Exception {
    String path =
        Stream.of(
                Crdt.class,
                io.vavr.collection.List.class,
                Class.forName("io.vavr.match.annotation.Patterns"), // which vavr requires
                NullMarked.class)
            .map(ModuleTest::place)
            .collect(Collectors.joining(File.pathSeparator));
    Path classes = folder.resolve("classes");
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments(path, classes, sources(opens)));
    assertThat(failures).isZero();
    Process app =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                path + File.pathSeparator + classes,
                "--module",
                "shop.app/app.main.Main")
            .redirectErrorStream(true)
            .start();
    List<String> lines =
        new String(app.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(app.waitFor()).as("%s", lines).isZero();
    return lines;
  }

  private static String[] arguments(String path, Path classes, List<Path> sources) {
    return Stream.concat(
            Stream.of("--module-path", path, "-d", classes.toString()),
            sources.stream().map(Path::toString))
        .toArray(String[]::new);
  }

  /** Returns the sources, copied, with that line added to the module's. */
  private List<Path> sources(String opens) throws IOException {
    Path copies = folder.resolve("sources");
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = copies.resolve(SOURCES.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, Files.readString(file).replace("// opens app.model", opens));
      }
    }
    try (Stream<Path> files = Files.walk(copies)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
