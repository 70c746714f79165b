package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import org.junit.jupiter.api.Test;

/** The example of {@code package-info.java}. */
class PackageExampleTest {

  @Test
  void theExampleDoesWhatItSays() throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper().registerModule(new CrdtModule());
    Author phone = Author.of(ReplicaId.of("phone"));
    Author laptop = Author.of(ReplicaId.of("laptop"));

    ORSet<String> list = ORSet.<String>empty().add(phone, "milk").add(laptop, "eggs");
    String json = mapper.writeValueAsString(list);
    // {"type":"ORSet","format":1,"replicas":["laptop","phone"],
    //  "seen":[[1,1],[1,1]],"live":[[0,"eggs",1],[1,"milk",1]]}
    ORSet<String> same = mapper.readValue(json, new TypeReference<ORSet<String>>() {});

    assertThat(json)
        .isEqualTo(
            "{\"type\":\"ORSet\",\"format\":1,\"replicas\":[\"laptop\",\"phone\"],"
                + "\"seen\":[[1,1],[1,1]],\"live\":[[0,\"eggs\",1],[1,\"milk\",1]]}");
    assertThat(same).isEqualTo(list);
  }
}
