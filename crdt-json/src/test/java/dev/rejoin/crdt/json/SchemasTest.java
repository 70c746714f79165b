package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

  private static final String CAUSAL =
      "{'type':'%s','format':1,'replicas':['a'],'seen':[[1,9]],'live':%s}";

  static List<Golden.Case> cases() {
    return Golden.cases();
  }

  static Set<Map.Entry<String, String>> schemas() {
    return Schemas.texts().entrySet();
  }

  private static String name(JavaType type) {
    return type.hasRawClass(Desk.class) ? "State" : type.getRawClass().getSimpleName();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void schemasAreSchemasOfTheirName(Map.Entry<String, String> schema) throws IOException {
    JsonNode json = Golden.MAPPER.readTree(schema.getValue());

    assertThat(Schemas.faults(json)).isEmpty();
    assertThat(json.get("$id").textValue()).isEqualTo(Schemas.PREFIX + schema.getKey());
  }

  @Test
  void everyTypeHasASchema() {
    Set<String> types =
        cases().stream().map(state -> name(state.type())).collect(Collectors.toSet());

    assertThat(Schemas.texts())
        .containsKeys(types.toArray(new String[0]))
        .hasSize(types.size() + 1);
    assertThat(Schemas.texts()).containsKey("Parts");
  }

  @Test
  void theMetaSchemaIsLookedAt() throws IOException {
    JsonNode wrong = Golden.MAPPER.readTree("{\"type\":\"text\",\"minItems\":-1}");

    assertThat(Schemas.faults(wrong)).hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void goldenFilesAreValid(Golden.Case state) throws IOException {
    JsonNode json =
        Golden.MAPPER.readTree(Files.readAllBytes(Golden.ROOT.resolve(state.file() + ".json")));

    assertThat(Schemas.faults(name(state.type()), json)).isEmpty();
  }

  /** Each is invalid by one thing, and would be valid without it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ReplicaId | ''",
        "ReplicaId | 1",
        "Dot | {'replica':'a','counter':0}",
        "Dot | {'replica':'a','counter':9007199254740992}",
        "Dot | {'replica':'a'}",
        "Dot | null",
        "HybridTimestamp | {'millis':-1,'counter':0,'replica':'a'}",
        "HybridTimestamp | {'millis':1,'counter':2147483648,'replica':'a'}",
        "HybridTimestamp | {'millis':1,'counter':0,'replica':''}",
        "GCounter | {'type':'GCounter','format':2,'counts':{}}",
        "GCounter | {'type':'PNCounter','format':1,'counts':{}}",
        "GCounter | {'type':'GCounter','counts':{}}",
        "GCounter | {'type':'GCounter','format':1,'counts':{},'more':1}",
        "GCounter | {'type':'GCounter','format':1,'counts':{'a':0}}",
        "GCounter | {'type':'GCounter','format':1,'counts':{'a':1.5}}",
        "GCounter | {'type':'GCounter','format':1,'counts':{'':1}}",
        "GCounter | {'type':'GCounter','format':1,'counts':[]}",
        "VersionVector | {'type':'VersionVector','format':1,'counts':{'a':'1'}}",
        "PNCounter | {'type':'PNCounter','format':1,'increments':{}}",
        "ResettableCounter | {'type':'ResettableCounter','format':1,'increments':{},'decrements':{},'incrementFloors':{}}",
        "CausalContext | {'type':'CausalContext','format':1,'seen':{'a':[]}}",
        "CausalContext | {'type':'CausalContext','format':1,'seen':{'a':[0,1]}}",
        "LWWRegister | {'type':'LWWRegister','format':1,'values':['a']}",
        "LWWRegister | {'type':'LWWRegister','format':1,'timestamp':{'millis':1,'counter':0,'replica':'a'}}",
        "LWWRegister | {'type':'LWWRegister','format':1,'timestamp':{'millis':1,'counter':0,'replica':'a'},'values':[]}",
        "LWWRegister | {'type':'LWWRegister','format':1,'timestamp':{'millis':1,'counter':0,'replica':'a'},'values':[null]}",
        "LWWMap | {'type':'LWWMap','format':1,'replicas':['a'],'entries':[['k',1,0]]}",
        "LWWMap | {'type':'LWWMap','format':1,'replicas':['a','a'],'entries':[['k',1,0,0]]}",
        "LWWMap | {'type':'LWWMap','format':1,'replicas':['a'],'entries':[[null,1,0,0]]}",
        "GSet | {'type':'GSet','format':1,'elements':[null]}",
        "Version | {'type':'Version','format':1,'entries':{'a':[1]}}",
        "Version | {'type':'Version','format':1,'entries':{'a':[1,2,3]}}",
        "Version | {'type':'Version','format':1,'entries':{'a':[1,-1]}}",
        "Changes | {'type':'Changes','format':1}",
        "Changes | {'type':'Changes','format':1,'since':{},'version':{}}",
        "Changes | {'type':'Changes','format':1,'since':{},'delta':null}",
        "Changes | {'type':'Changes','format':1,'since':{},'delta':{'type':'GCounter','format':1,'counts':1}}",
        "State | {'type':'Unheard','format':1}",
        "JournalLine | {'journal':2,'replica':'a','durability':'ON_CLOSE'}",
        "JournalLine | {'journal':1,'replica':'a','durability':'NEVER'}",
        "JournalLine | {'compacted':false}",
        "JournalLine | {'closed':true,'witness':['a']}",
        "JournalLine | {'clock':[1,0]}"
      })
  void whatIsMalformedIsNot(String type, String json) throws IOException {
    assertThat(Schemas.faults(type, Golden.MAPPER.readTree(json.replace('\'', '"')))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ORSet | [[0,'milk']] | [[0,'milk',1]]",
        "ORSet | [['milk',0,1]] | [[0,'milk',1]]",
        "ORSet | [[0,null,1]] | [[0,'milk',1]]",
        "ORSet | [[0,'milk',0]] | [[0,'milk',1]]",
        "ORSet | [[0,'milk',[1]]] | [[0,'milk',[1,0,2]]]",
        "ORSet | [[0,'milk',[0,0,2]]] | [[0,'milk',[1,0,2]]]",
        "ORSet | [[0,'milk',[1,'0',2]]] | [[0,'milk',[1,0,2]]]",
        "ORSet | [[0,'milk',1,'tea',null]] | [[0,'milk',1,'tea',1]]",
        "ORSet | {} | []",
        "MVRegister | [[0,1,5,0]] | [[0,1,5,0,'tea']]",
        "MVRegister | [[0,1,5,0,'tea','milk']] | [[0,1,5,0,'tea']]",
        "EWFlag | [[0,1]] | [0,1]",
        "EWFlag | true | []",
        "CausalCounter | [[0,1,-1,0]] | [[0,1,1,0]]",
        "CausalCounter | [[0,1,1]] | [[0,1,1,0]]",
        "ORMap | [['k',[]]] | [['k',[0,1]]]",
        "ORMap | [['k',{}]] | [['k',{'done':[0,1]}]]",
        "ORMap | [['k',{'done':[]}]] | [['k',{'done':[0,1]}]]",
        "ORMap | [['k']] | [['k',[[0,'x',1]]]]"
      })
  void bodiesThatAreMalformedAreNot(String type, String wrong, String right) throws IOException {
    assertThat(Schemas.faults(type, causal(type, wrong))).isNotEmpty();
    assertThat(Schemas.faults(type, causal(type, right))).isEmpty();
  }

  private static JsonNode causal(String type, String body) throws IOException {
    return Golden.MAPPER.readTree(CAUSAL.formatted(type, body).replace('\'', '"'));
  }
}
