package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedCausalTest {

  private static void assertRefused(
      String type, TypeReference<?> target, String live, String path, String reason) {
    Refusals.assertRefused(
        "{\"type\":\""
            + type
            + "\",\"format\":1,\"replicas\":[\"a\",\"b\"],"
            + "\"seen\":[[1,4],[1,4,6,6]],\"live\":"
            + live
            + "}",
        target,
        path,
        reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          true | $.live | dots of a flag must be an array, was true
          null | $.live | dots of a flag must be an array, was null
          [[0,1]] | $.live[0] | index of a replica must be an integer, was an array
          [2,1] | $.live[0] | index of a replica must be below their number, 2, was 2
          [0] | $.live | a dot must have a counter, but replica 0 is followed by none
          [0,0] | $.live[1] | counter of a dot must lie in 1 to 9007199254740991, was 0
          [1,5] | $.live[1] | a live dot must be in the context, but b:5 is not
          [0,2,0,1] | $.live[3] | dots of a flag must ascend, but a:1 follows a:2
          [0,2,0,2] | $.live[3] | dots of a flag must ascend, but a:2 follows a:2
          """)
  void flags(String live, String path, String reason) {
    assertRefused("EWFlag", CausalSamples.FLAG, live, path, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {} | $.live | amounts of a counter must be an array, was an object
          [0] | $.live[0] | amounts of a dot must be an array, was 0
          [[]] | $.live[0] | amounts of a dot must have a dot, but ends before it
          [[0,1]] | $.live[0] | amounts of a dot must have increments, but ends before it
          [[0,1,1]] | $.live[0] | amounts of a dot must have decrements, but ends before it
          [[0,1,-1,0]] | $.live[0][2] | increments must lie in 0 to 9007199254740991, was -1
          [[0,1,1,9007199254740992]] | $.live[0][3] | decrements must lie in 0 to 9007199254740991, was 9007199254740992
          [[0,1,0,0]] | $.live[0] | a live dot must carry an amount above zero, but a:1 carries none
          [[0,1,1,0,5]] | $.live[0][4] | amounts of a dot must end here, but goes on with 5
          [[0,2,1,0],[0,1,1,0]] | $.live[1][1] | dots of a counter must ascend, but a:1 follows a:2
          [[1,5,1,0]] | $.live[0][1] | a live dot must be in the context, but b:5 is not
          """)
  void counters(String live, String path, String reason) {
    assertRefused("CausalCounter", CausalSamples.COUNTER, live, path, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "x" | $.live | assignments of a register must be an array, was "x"
          [[0,1]] | $.live[0] | assignment must have milliseconds, but ends before it
          [[0,1,5]] | $.live[0] | assignment must have a counter, but ends before it
          [[0,1,5,0]] | $.live[0] | assignment must have a value, but ends before it
          [[0,1,-5,0,"x"]] | $.live[0][2] | milliseconds of a timestamp must lie in 0 to 9007199254740991, was -5
          [[0,1,5,-1,"x"]] | $.live[0][3] | counter of a timestamp must lie in 0 to 2147483647, was -1
          [[0,1,5,0,null]] | $.live[0][4] | content must not be null
          [[0,1,5,0,7]] | $.live[0][4] | content must be a string, was 7
          [[0,1,5,0,"\\ud800"]] | $.live[0][4] | text must not hold a lone surrogate, but has one at index 0
          [[0,1,5,0,"x","y"]] | $.live[0][5] | assignment must end here, but goes on with "y"
          [[]] | $.live[0] | assignment must have a dot, but ends before it
          [[0,5,5,0,"x"]] | $.live[0][1] | a live dot must be in the context, but a:5 is not
          [[1,1,5,0,"x"],[0,1,5,0,"x"]] | $.live[1][1] | dots of a register must ascend, but a:1 follows b:1
          """)
  void registers(String live, String path, String reason) {
    assertRefused("MVRegister", CausalSamples.REGISTER, live, path, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {} | $.live | entries of a map must be an array, was an object
          [[]] | $.live[0] | entry of a map must have its key, but ends before it
          [[null,[]]] | $.live[0][0] | content must not be null
          [["k"]] | $.live[0] | entry of a map must have its value, but ends before it
          [["k",null]] | $.live[0][1] | entries of a map must be an array, was null
          [[7,[]]] | $.live[0][0] | content must be a string, was 7
          [["\\ud800",[]]] | $.live[0][0] | text must not hold a lone surrogate, but has one at index 0
          ["k"] | $.live[0] | entry of a map must be an array, was "k"
          [["k",[]]] | $.live[0] | a key must have a live dot below it, but this one has none
          [["k",[["l",[]]]]] | $.live[0][1][0] | a key must have a live dot below it, but this one has none
          [["k",[["l",[[0,"x",1]]]],7]] | $.live[0][2] | entry of a map must end here, but goes on with 7
          [["k",[["l",[[0,"x",5]]]]]] | $.live[0][1][0][1][0][2] | a live dot must be in the context, but a:5 is not
          [["k",[["l",[[0,"x",1]]],["m",[[0,"x",1]]]]]] | $.live[0][1][1][1][0][2] | a dot must live at one place only, but a:1 does at two
          [["k",[["l",[[0,"x",1]]]]],["k",[["l",[[0,"x",2]]]]]] | $.live[1][0] | a key must be given once, but this one was given before
          [["k",[["l",[[0,"x",2]]]]],["l",[["l",[[0,"x",1]]]]]] | $.live[1] | entries must ascend by their least dots, but a:1 follows a:2
          [["k",[["l",[[0,"x",2]]],["m",[[0,"x",1]]]]]] | $.live[0][1][1] | entries must ascend by their least dots, but a:1 follows a:2
          [["k",[["l",[[0,"x",2]]],["m",[[0,"x",3]]]]],["l",[["l",[[0,"x",1]]]]]] | $.live[1] | entries must ascend by their least dots, but a:1 follows a:2
          """)
  void mapsOfMaps(String live, String path, String reason) {
    assertRefused("ORMap", CausalSamples.LISTS, live, path, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [["k",[]]] | $.live[0][1] | Todo must be an object, was an array
          [["k",null]] | $.live[0][1] | Todo must be an object, was null
          [["k",{}]] | $.live[0] | a key must have a live dot below it, but this one has none
          [["k",{"done":null}]] | $.live[0][1].done | dots of a flag must be an array, was null
          [["k",{"done":[]}]] | $.live[0][1].done | a component without a live dot must be left out, but is there
          [["k",{"color":[0,1]}]] | $.live[0][1].color | component of Todo must be one of [done, tags, title, votes], was "color"
          [["k",{"class":"java.lang.Runtime"}]] | $.live[0][1].class | component of Todo must be one of [done, tags, title, votes], was "class"
          [["k",{"votes":[[0,1,1,0]],"done":[0,2]}]] | $.live[0][1].done | components must ascend by name, but "done" follows "votes"
          [["k",{"votes":[[0,1,0,0]]}]] | $.live[0][1].votes[0] | a live dot must carry an amount above zero, but a:1 carries none
          [["k",{"title":[[0,1,5,0,7]]}]] | $.live[0][1].title[0][4] | content must be a string, was 7
          [["k",{"done":[0,1],"done":[0,2]}]] | $.live[0][1].done | components must ascend by name, but "done" follows "done"
          [["k",{"done":[1,1],"tags":[[0,"x",2]]}],["l",{"done":[0,1]}]] | $.live[1] | entries must ascend by their least dots, but a:1 follows a:2
          [["k",{"done":[0,2],"tags":[[1,"x",1]]}],["l",{"done":[0,1]}]] | $.live[1] | entries must ascend by their least dots, but a:1 follows a:2
          [["k",{"done":[0,1],"tags":[[0,"x",1]]}]] | $.live[0][1].tags[0][2] | a dot must live at one place only, but a:1 does at two
          """)
  void rows(String live, String path, String reason) {
    assertRefused("ORMap", CausalSamples.TODOS, live, path, reason);
  }
}
