package dev.rejoin.crdt.json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedSetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "seen":[],"replicas":[],"live":[] | $.seen | next field must be "replicas", was "seen"
          "replicas":{} | $.replicas | replicas must be an array, was an object
          "replicas":[1] | $.replicas[0] | replica id must be a string, was 1
          "replicas":[null] | $.replicas[0] | replica id must be a string, was null
          "replicas":[""] | $.replicas[0] | replica id must have 1 to 64 characters, had 0
          "replicas":["b","a"] | $.replicas[1] | replica ids must ascend, but "a" follows "b"
          "replicas":["a","a"] | $.replicas[1] | replica ids must ascend, but "a" follows "a"
          "replicas":["\\ud800"] | $.replicas[0] | replica id must not hold a lone surrogate, had U+D800 at index 0
          "replicas":[],"live":[] | $.live | next field must be "seen", was "live"
          "replicas":[],"seen":{} | $.seen | seen must be an array, was an object
          "replicas":["a"],"seen":[] | $.seen | seen must have one entry per replica, 1, but has 0
          "replicas":["a"],"seen":[[]] | $.seen[0] | a replica must have a dot that was seen, but a has none
          "replicas":["a"],"seen":[[1,1],[1,1]] | $.seen[1] | seen must have one entry per replica, 1, but has more
          "replicas":["a"],"seen":[[1,1,2,2]] | $.seen[0][2] | ranges must ascend with a gap in between, but 2 follows 1
          "replicas":["a"],"seen":[1,1] | $.seen[0] | ranges of a replica must be an array, was 1
          "replicas":[],"seen":[] | $ | next field must be "live", was the end of the object
          """)
  void contextsThatAreNotInOrder(String fields, String path, String reason) {
    Refusals.assertRefused(
        "{\"type\":\"ORSet\",\"format\":1," + fields + "}", Samples.SET, path, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {} | $.live | live must be an array, was an object
          ["x"] | $.live[0] | group of elements must be an array, was "x"
          [0,"x",1] | $.live[0] | group of elements must be an array, was 0
          [[]] | $.live[0] | group of elements must have the index of a replica, but ends before it
          [["x",0,1]] | $.live[0][0] | index of a replica must be an integer, was "x"
          [[-1,"x",1]] | $.live[0][0] | index of a replica must lie in 0 to 2147483647, was -1
          [[-0,"x",1]] | $.live[0][0] | index of a replica must have no sign when zero, was -0
          [[2,"x",1]] | $.live[0][0] | index of a replica must be below their number, 2, was 2
          [[1,"x",1],[0,"y",1]] | $.live[1][0] | groups must ascend by the indices of their replicas, but 0 follows 1
          [[0,"x",1],[0,"y",2]] | $.live[1][0] | groups must ascend by the indices of their replicas, but 0 follows 0
          [[0]] | $.live[0] | group of elements must have an element, but ends before it
          [[0,null,1]] | $.live[0][1] | content must not be null
          [[0,"\\ud83d",1]] | $.live[0][1] | text must not hold a lone surrogate, but has one at index 0
          [[0,"x\\udc00y",1]] | $.live[0][1] | text must not hold a lone surrogate, but has one at index 1
          [[0,"x"]] | $.live[0] | group of elements must have a counter after each element, but ends before it
          [[0,"x",1,"y"]] | $.live[0] | group of elements must have a counter after each element, but ends before it
          [[0,"x",0]] | $.live[0][2] | step to a counter must lie in 1 to 9007199254740991, was 0
          [[0,"x",1,"y",0]] | $.live[0][4] | step to a counter must lie in 1 to 9007199254740991, was 0
          [[0,"x",1.5]] | $.live[0][2] | step to a counter must be an integer, was 1.5
          [[0,"x","1"]] | $.live[0][2] | step to a counter must be an integer, was "1"
          [[0,"x",3]] | $.live[0][2] | a live dot must be in the context, but a:3 is not
          [[0,"x",2,"y",1]] | $.live[0][4] | a live dot must be in the context, but a:3 is not
          [[1,"x",5]] | $.live[0][2] | a live dot must be in the context, but b:5 is not
          [[1,"x",6,"y",9007199254740991]] | $.live[0][4] | counter of a dot must be at most 9007199254740991, was 9007199254740997
          [[0,"x",1,"x",1]] | $.live | an element must be given once, but x was given twice
          [[0,"x",1]],"more":0 | $.more | next must be the end of the object, was "more"
          """)
  void groupsThatNoHistoryReaches(String live, String path, String reason) {
    assertRefused(live, path, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [[0,"x",[]]] | $.live[0][2] | dots of an element must have the step to a counter, but ends before it
          [[0,"x",[1]]] | $.live[0][2] | dots of an element must have a further dot if they are an array, but ends before it
          [[0,"x",["1"]]] | $.live[0][2][0] | step to a counter must be an integer, was "1"
          [[0,"x",[0,1,1]]] | $.live[0][2][0] | step to a counter must lie in 1 to 9007199254740991, was 0
          [[0,"x",[3,1,1]]] | $.live[0][2][0] | a live dot must be in the context, but a:3 is not
          [[0,"x",[1,1]]] | $.live[0][2] | a dot must have a counter, but replica 1 is followed by none
          [[0,"x",[1,2,1]]] | $.live[0][2][1] | index of a replica must be below their number, 2, was 2
          [[0,"x",[1,1,0]]] | $.live[0][2][2] | counter of a dot must lie in 1 to 9007199254740991, was 0
          [[0,"x",[1,1,5]]] | $.live[0][2][2] | a live dot must be in the context, but b:5 is not
          [[0,"x",[2,0,1]]] | $.live[0][2][2] | dots of an element must ascend, but a:1 follows a:2
          [[1,"x",[1,0,1]]] | $.live[0][2][2] | dots of an element must ascend, but a:1 follows b:1
          [[0,"x",[1,0,1]]] | $.live[0][2][2] | dots of an element must ascend, but a:1 follows a:1
          [[0,"x",[1,1,2,1,1]]] | $.live[0][2][4] | dots of an element must ascend, but b:1 follows b:2
          [[0,"x",[1,0,2],"y",[1,1,1]]] | $.live[0][4] | a dot must live at one place only, but a:2 does at two
          [[0,"x",[1,0,2],"y",1]] | $.live[0][4] | a dot must live at one place only, but a:2 does at two
          [[0,"x",[1,1,1],"y",[1,1,1]]] | $.live[0][4] | a dot must live at one place only, but b:1 does at two
          [[0,"x",[1,1,1]],[1,"y",1]] | $.live[1][2] | a dot must live at one place only, but b:1 does at two
          """)
  void dotsOfAnElementThatNoHistoryReaches(String live, String path, String reason) {
    assertRefused(live, path, reason);
  }

  private static void assertRefused(String live, String path, String reason) {
    Refusals.assertRefused(
        "{\"type\":\"ORSet\",\"format\":1,\"replicas\":[\"a\",\"b\"],"
            + "\"seen\":[[1,2],[1,4,6,6]],\"live\":"
            + live
            + "}",
        Samples.SET,
        path,
        reason);
  }
}
