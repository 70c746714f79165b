package dev.rejoin.crdt.example;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** What a device can do to a row of its list. */
enum Verb {
  ADD(Argument.AMOUNT),
  LESS(Argument.AMOUNT),
  NOTE(Argument.TEXT),
  TICK(Argument.NONE),
  UNTICK(Argument.NONE),
  TAG(Argument.TEXT),
  UNTAG(Argument.TEXT),
  REMOVE(Argument.NONE);

  /** What a verb takes beside the item. */
  enum Argument {
    AMOUNT("[AMOUNT] ITEM"),
    TEXT("ITEM: TEXT"),
    NONE("ITEM");

    private final String form;

    Argument(String form) {
      this.form = form;
    }
  }

  private final Argument argument;

  Verb(Argument argument) {
    this.argument = argument;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Verb::word).toList();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Argument argument() {
    return argument;
  }

  /** Returns how a script says it, as in {@code note ITEM: TEXT}. */
  String form() {
    return word() + " " + argument.form;
  }

  /** Returns whether it puts anything into a row, and does not only take away. */
  boolean puts() {
    return this != REMOVE && this != UNTAG && this != UNTICK;
  }

  /** Returns the list after this edit of a row, with an argument as a script gives it. */
  ORMap<String, Item> apply(ORMap<String, Item> list, Author device, String item, String text) {
    return switch (this) {
      case ADD -> row(list, device, item, (row, me) -> row.more(me, Long.parseLong(text)));
      case LESS -> row(list, device, item, (row, me) -> row.less(me, Long.parseLong(text)));
      case NOTE -> row(list, device, item, (row, me) -> row.noted(me, text));
      case TICK -> row(list, device, item, Item::ticked);
      case UNTICK -> row(list, device, item, (row, me) -> row.unticked());
      case TAG -> row(list, device, item, (row, me) -> row.tagged(me, text));
      case UNTAG -> row(list, device, item, (row, me) -> row.untagged(text));
      case REMOVE -> list.remove(item);
    };
  }

  private static ORMap<String, Item> row(
      ORMap<String, Item> list, Author device, String item, BiFunction<Item, Author, Item> edit) {
    return list.update(device, item, Item.EMPTY, edit);
  }
}
