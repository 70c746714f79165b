package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgPictureTest {

  private static final String LONG = "a value that goes on & on <until> \"it\" is far too long";

  private static final Subject<String> LAST_TO_ARRIVE =
      Subject.of("")
          .merging((a, b) -> b)
          .edit(
              "assign",
              List.of("x", LONG, "\u6f22\u5b57\u6f22\u5b57\u6f22\u5b57", "]]>\n\0\ud800"),
              (old, me, value) -> value + old.length())
          .deltaSince((state, base) -> state);

  /** Where a text stands; a little less high than the letters that reach furthest. */
  private record Label(String text, double left, double right, double top, double bottom) {

    static Label of(Element element) {
      double size = number(element, "font-size");
      double length = number(element, "textLength");
      double x = number(element, "x");
      double y = number(element, "y");
      double left = element.getAttribute("text-anchor").equals("middle") ? x - length / 2 : x;
      String text = element.getFirstChild().getTextContent();
      assertThat(length)
          .as(text)
          .isGreaterThanOrEqualTo(0.6 * size * text.codePointCount(0, text.length()));
      return new Label(text, left, left + length, y - 0.76 * size, y + 0.24 * size);
    }

    boolean overlaps(Label other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  @ParameterizedTest
  @EnumSource
  void labelsOfASmallPictureKeepApart(BrokenSample broken) throws Exception {
    Document svg = parsed(broken.violation().svg());

    assertLabelsKeepApart(svg);
    assertThat(svg.getDocumentElement().getElementsByTagName("title").item(0).getTextContent())
        .startsWith(broken.law() + ": ");
  }

  @Test
  void labelsOfCrowdedPicturesKeepApart() throws Exception {
    Random random = new Random(1);

    for (int i = 0; i < 100; i++) {
      for (Law law : List.of(Law.COMMUTATIVE, Law.CONVERGENT, Law.DELTA)) {
        Optional<LawViolation> violation = violation(law, RandomTimelines.next(random));
        if (violation.isPresent()) {
          assertLabelsKeepApart(parsed(violation.get().svg()));
        }
      }
    }
  }

  @Test
  void messagesOfEachKindLookDifferent() throws Exception {
    Timeline timeline =
        Timeline.of(
            Step.edit(0, 0),
            Step.edit(1, 1),
            Step.merge(0, 1),
            Step.staleMerge(0, 2, 1),
            Step.delta(1, 0, 0),
            Step.cut(2),
            Step.merge(0, 2));

    Document svg = parsed(violation(Law.COMMUTATIVE, timeline).orElseThrow().svg());

    NodeList arrows = svg.getElementsByTagName("path");
    List<String> styles = new ArrayList<>();
    for (int i = 0; i < arrows.getLength(); i++) {
      styles.add(((Element) arrows.item(i)).getAttribute("class"));
    }
    assertThat(styles).contains("whole arrow", "earlier arrow", "delta arrow", "lost arrow");
  }

  @Test
  void everyArrowEndsInTheDirectionOfItsMessage() throws Exception {
    Timeline thereAndBack =
        Timeline.of(Step.edit(0, 0), Step.merge(0, 1), Step.merge(1, 0), Step.delta(1, 0, 0));

    Document svg = parsed(violation(Law.COMMUTATIVE, thereAndBack).orElseThrow().svg());

    NodeList paths = svg.getElementsByTagName("path");
    List<Boolean> rightwards = new ArrayList<>();
    for (int i = 0; i < paths.getLength(); i++) {
      Element path = (Element) paths.item(i);
      String[] places = path.getAttribute("d").split("[^0-9]+", -1);
      if (path.hasAttribute("class")) {
        int beforeLast = Integer.parseInt(places[4]);
        int last = Integer.parseInt(places[6]);
        assertThat(last).isNotEqualTo(beforeLast);
        rightwards.add(last > beforeLast);
      }
    }
    assertThat(rightwards).containsExactly(true, false, false, true, true); // two in the legend
  }

  @Test
  void textThatIsCutIsWholeInItsTitle() throws Exception {
    Document svg =
        parsed(violation(Law.COMMUTATIVE, Timeline.of(Step.edit(0, 1))).orElseThrow().svg());

    assertThat(titles(svg)).contains("assign(\"" + LONG + "\")", "\"" + LONG + "0\"");
  }

  private static List<String> titles(Document svg) {
    NodeList titles = svg.getElementsByTagName("title");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < titles.getLength(); i++) {
      texts.add(titles.item(i).getTextContent());
    }
    return texts;
  }

  private static void assertLabelsKeepApart(Document svg) {
    double width = number(svg.getDocumentElement(), "width");
    double height = number(svg.getDocumentElement(), "height");
    NodeList texts = svg.getElementsByTagName("text");
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < texts.getLength(); i++) {
      Label label = Label.of((Element) texts.item(i));
      assertThat(label.left()).as(label.text()).isPositive();
      assertThat(label.right()).as(label.text()).isLessThan(width);
      assertThat(label.bottom()).as(label.text()).isLessThan(height);
      assertThat(labels).noneMatch(label::overlaps);
      labels.add(label);
    }
    assertThat(labels).hasSizeGreaterThan(5);
  }

  private static Optional<LawViolation> violation(Law law, Timeline timeline) {
    try {
      law.check(LAST_TO_ARRIVE, timeline);
      return Optional.empty();
    } catch (LawViolation e) {
      return Optional.of(e);
    }
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
