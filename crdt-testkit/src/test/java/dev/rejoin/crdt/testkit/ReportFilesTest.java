package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

  private final LawViolation violation = BrokenSample.COUNTER_MERGED_BY_SUM.violation();

  @TempDir private Path folder;

  @AfterEach
  void forgetTheFolder() {
    System.clearProperty(ReportFiles.PROPERTY);
  }

  @Test
  void theFileIsNamedAfterTestAndLawAndTheMessageSaysWhereItIs() throws IOException {
    System.setProperty(ReportFiles.PROPERTY, folder.resolve("new/pictures").toString());

    LawViolation saved = ReportFiles.save(violation, "org.shop.Cart$Laws\u00e9");

    Path file = folder.resolve("new/pictures/org.shop.Cart.Laws.-IDEMPOTENT.svg");
    assertThat(saved).hasMessage(violation.getMessage() + "\n\nDrawn in " + file);
    assertThat(saved.getStackTrace()).isEqualTo(violation.getStackTrace());
    assertThat(saved.timeline()).isEqualTo(violation.timeline());
    assertThat(file).hasContent(violation.svg());
  }

  @Test
  void aFolderThatCannotBeMadeDoesNotHideTheViolation() throws IOException {
    Path taken = Files.createFile(folder.resolve("taken"));
    System.setProperty(ReportFiles.PROPERTY, taken.toString());

    LawViolation saved = ReportFiles.save(violation, "CartLawsTest");

    assertThat(saved)
        .hasMessageStartingWith(
            violation.getMessage()
                + "\n\nCould not write CartLawsTest-IDEMPOTENT.svg to "
                + taken
                + ": java.nio.file.");
  }

  @Test
  void anEmptyFolderSwitchesItOff() {
    System.setProperty(ReportFiles.PROPERTY, "");

    assertThat(ReportFiles.save(violation, "CartLawsTest")).isSameAs(violation);
  }
}
