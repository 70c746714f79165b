package dev.rejoin.crdt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class ChartTest {

  private static final Pattern END = Pattern.compile("class=\"end \\w+\" x=\"(.*?)\" y=\"(.*?)\"");

  @Test
  void equalChartsGiveEqualTexts() {
    assertThat(chart(50).svg()).isEqualTo(chart(50).svg());
  }

  @Test
  void oneChartGivesTheSameTextTwice() {
    Chart chart = chart(50);

    assertThat(chart.svg()).isEqualTo(chart.svg());
  }

  @Test
  void textIsWellFormedXml() throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();

    var document = builder.parse(new InputSource(new StringReader(chart(50).svg())));

    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Cost & <size>");
  }

  @ParameterizedTest
  @ValueSource(doubles = {50, 99, 100, 101, 5_000_000})
  void labelsAtTheEndsDoNotOverlap(double ours) {
    List<MatchResult> ends = END.matcher(chart(ours).svg()).results().toList();

    double pekko = Double.parseDouble(ends.get(0).group(2));
    double rejoin = Double.parseDouble(ends.get(1).group(2));
    assertThat(Math.abs(pekko - rejoin)).isGreaterThanOrEqualTo(14.9);
    assertThat(rejoin < pekko).isEqualTo(ours > 100);
  }

  @Test
  void pointsStandWhereTheirFiguresAre() {
    String svg = chart(1_000).svg();

    assertThat(svg)
        .contains("<path class=\"line rejoin\" d=\"M0.0 176.0L150.0 0.0\"/>")
        .contains("<path class=\"line pekko\" d=\"M0.0 88.0L150.0 88.0\"/>")
        .contains(">Rejoin 1.0 µs</text>", ">Pekko 100 ns</text>", ">10 ns</text>", ">1k</text>");
  }

  @Test
  void lineOfOneSideAloneIsDrawn() {
    Chart.Panel alone = new Chart.Panel("alone", times(10, 50), new TreeMap<>());

    assertThat(new Chart("title", "elements", List.of(alone)).svg())
        .contains("class=\"line rejoin\"")
        .doesNotContain("class=\"line pekko\"");
  }

  private static Chart chart(double ours) {
    return new Chart(
        "Cost & <size>",
        "elements",
        List.of(new Chart.Panel("add", times(10, ours), times(100, 100))));
  }

  private static SortedMap<Integer, Double> times(double ofTen, double ofThousand) {
    return new TreeMap<>(Map.of(10, ofTen, 1_000, ofThousand));
  }
}
