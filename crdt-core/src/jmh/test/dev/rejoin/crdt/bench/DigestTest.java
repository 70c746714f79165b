package dev.rejoin.crdt.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {

  @TempDir private Path folder;

  private static final String CODE = "class A { char c = '\"'; String s = \"// /* \"; }";

  @Test
  void equalSourcesHaveOneDigestWhereverTheyAre() throws IOException {
    write("here", "a/A.java", "a");
    write("here", "a/B.java", "b");
    write("there", "a/B.java", "b");
    write("there", "a/A.java", "a");

    assertThat(digest("here", "a")).isEqualTo(digest("there", "a")).matches("[0-9a-f]{64}");
  }

  @Test
  void contentCounts() throws IOException {
    assertThat(of("a")).isNotEqualTo(of("b"));
  }

  @Test
  void nameCounts() throws IOException {
    write("here", "a/A.java", "a");
    write("there", "a/B.java", "a");

    assertThat(digest("here", "a")).isNotEqualTo(digest("there", "a"));
  }

  @Test
  void whatMovesFromNameToContentCounts() throws IOException {
    write("here", "a/A.java", "B.java");
    write("there", "a/A.javaB.java", "");

    assertThat(digest("here", "a")).isNotEqualTo(digest("there", "a"));
  }

  @Test
  void otherFoldersAndThoseWithinDoNotCount() throws IOException {
    write("here", "a/A.java", "a");
    write("there", "a/A.java", "a");
    write("there", "a/b/B.java", "b");
    write("there", "c/C.java", "c");
    write("there", "a/notes.txt", "b");

    assertThat(digest("here", "a")).isEqualTo(digest("there", "a"));
  }

  @Test
  void everyFolderThatIsNamedCounts() throws IOException {
    write("here", "a/A.java", "a");
    write("here", "a/b/B.java", "b");
    String before = digest("here", "a", "a/b");
    write("here", "a/b/B.java", "c");

    assertThat(digest("here", "a", "a/b")).isNotEqualTo(before);
  }

  @Test
  void folderWithoutSourcesIsRefused() throws IOException {
    write("here", "a/b/B.java", "b");

    assertThatThrownBy(() -> digest("here", "a"))
        .hasMessage("sources must be in a, but there are none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/** What it is: it's \"A\". */\n",
        "// What it's for\n",
        "/* ** // \n */\n\n\r\n",
        "/**/ ",
        "\n\n"
      })
  void commentsAndWhiteSpaceDoNotCount(String comment) throws IOException {
    assertThat(of(comment + CODE)).isEqualTo(of(CODE));
    assertThat(of(CODE.replace("{ ", "{ " + comment))).isEqualTo(of(CODE));
    assertThat(of(CODE + comment)).isEqualTo(of(CODE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String s = \"a // %s\";",
        "String s = \"\\\" // %s\";",
        "String s = \"\"\"\n  \"a\" // %s\n  \"\"\";",
        "String s = \"\"\"\n  \\\"\"\" /* %s */ \"\"\";",
        "char c = '\"'; int %s; // \"",
        "char c = '\\''; int %s; // '",
        "int i = 4 / 2; int %s; // comment",
        "/* a // */ int %s;",
        "// /*\n int %s; // */",
      })
  void whatOnlyLooksLikeCommentCounts(String code) throws IOException {
    assertThat(of(code.formatted("a"))).isNotEqualTo(of(code.formatted("b")));
  }

  @Test
  void blankWithinLiteralCounts() throws IOException {
    assertThat(of("\"a b\"")).isNotEqualTo(of("\"a  b\""));
  }

  @Test
  void blankBetweenTokensCounts() throws IOException {
    assertThat(of("a + + b")).isNotEqualTo(of("a ++ b"));
  }

  private String of(String text) throws IOException {
    write("one", "a/A.java", text);
    return digest("one", "a");
  }

  private String digest(String module, String... folders) throws IOException {
    return Digest.of(folder.resolve(module), List.of(folders));
  }

  private void write(String module, String name, String text) throws IOException {
    Path file = folder.resolve(module).resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
