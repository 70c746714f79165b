package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A whole app's document in one CRDT, as README and Javadoc show it. */
class DocumentTest {

  record Item(MVRegister<String> note, CausalCounter amount, EWFlag bought, ORSet<String> tags)
      implements CausalRecord<Item> {

    static final Item EMPTY = CrdtRecord.empty(Item.class);

    Item noted(Author me, String text) {
      return new Item(note.assign(me, text), amount, bought, tags);
    }

    Item more(Author me, long by) {
      return new Item(note, amount.increment(me, by), bought, tags);
    }

    Item ticked(Author me) {
      return new Item(note, amount, bought.enable(me), tags);
    }
  }

  private final Author phone = Author.of(ReplicaId.of("phone"));
  private final Author laptop = Author.of(ReplicaId.of("laptop"));

  @Test
  void aDocumentIsOneMapOfRows() {
    ORMap<String, Item> list = ORMap.empty();
    list = list.update(phone, "milk", Item.EMPTY, (milk, me) -> milk.more(me, 2).noted(me, "oat"));

    ORMap<String, Item> onPhone = list.remove("milk");
    ORMap<String, Item> onLaptop = list.update(laptop, "milk", Item.EMPTY, Item::ticked);

    System.out.println(onPhone.merge(onLaptop));
    // ORMap{milk=Item[note=[], amount=0, bought=true, tags=[]]}{laptop: 1, phone: 1-2}

    assertThat(onPhone.merge(onLaptop))
        .isEqualTo(onLaptop.merge(onPhone))
        .hasToString(
            "ORMap{milk=Item[note=[], amount=0, bought=true, tags=[]]}{laptop: 1, phone: 1-2}");
  }

  @Test
  void aPersonChoosesBetweenNotesThatWereWrittenApart() {
    ORMap<String, Item> list = ORMap.empty();
    list = list.update(phone, "milk", Item.EMPTY, (milk, me) -> milk.more(me, 2).noted(me, "oat"));

    ORMap<String, Item> whole =
        list.update(phone, "milk", Item.EMPTY, (milk, me) -> milk.noted(me, "whole"));
    ORMap<String, Item> soy =
        list.update(laptop, "milk", Item.EMPTY, (milk, me) -> milk.noted(me, "soy"));

    ORMap<String, Item> both = whole.merge(soy);
    System.out.println(both.get("milk").get().note().values()); // LinkedHashSet(soy, whole)
    both = both.update(phone, "milk", Item.EMPTY, (milk, me) -> milk.noted(me, "soy"));
    System.out.println(both.get("milk").get().note().values()); // LinkedHashSet(soy)

    assertThat(whole.merge(soy).get("milk").get().note().values()).containsExactly("soy", "whole");
    assertThat(both.get("milk").get().note().values()).containsExactly("soy");
    assertThat(both.get("milk").get().amount().value()).isEqualTo(2);
  }
}
