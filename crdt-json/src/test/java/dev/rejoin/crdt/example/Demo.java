package dev.rejoin.crdt.example;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Replays a {@link Script} of edits on several devices that go offline and come back: {@code mvn -q
 * -Pdemo}, and with a script of your own {@code mvn -q -Pdemo -Ddemo.script=my-week.txt}.
 *
 * <p>Start reading at {@link Item}, a row of the document; {@link Device} holds a replica of the
 * document, which it keeps in a journal, and exchanges what changed with others as the JSON of
 * {@link Wire}. All else plays the script and tells what happens.
 */
public final class Demo {

  private Demo() {}

  /**
   * Runs the script that the system property {@code demo.script} names, or the shipped one.
   *
   * @throws DemoFailedException if the script is bad or the devices end up different, so that the
   *     process ends with an exit code other than 0, and Maven with a failed build
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Verdict verdict = run(System.getProperty("demo.script"), out);
    if (!verdict.isGood()) {
      throw new DemoFailedException(verdict.lastLine());
    }
  }

  /** Runs the script in that file, or the shipped one for null. */
  static Verdict run(@Nullable String file, PrintStream out) {
    Page page = new Page(out);
    Verdict verdict;
    try {
      String text = file == null ? ScriptFile.shipped() : ScriptFile.read(file);
      verdict = play(ScriptParser.parse(text), page);
    } catch (ScriptException e) {
      verdict = new Verdict(false, String.valueOf(e.getMessage()));
    }
    page.line(verdict.lastLine());
    return verdict;
  }

  private static Verdict play(Script script, Page page) {
    try (TemporaryFolder folder = TemporaryFolder.create();
        Replay replay = new Replay(script, page, folder.path())) {
      return play(script, replay, page);
    }
  }

  private static Verdict play(Script script, Replay replay, Page page) {
    page.line(String.join(", ", script.devices()) + ": each with a copy of its own");
    page.line("* offline   ! edits that did not know of each other, and what became of them");
    replay.play();
    Report report = new Report(page);
    report.conflicts(replay.conflicts());
    report.traffic(replay.traffic());
    report.views(replay.devices());
    page.line("");
    return Report.verdict(replay.devices());
  }
}
