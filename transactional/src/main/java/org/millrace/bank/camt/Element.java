package org.millrace.bank.camt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a message, read whole: its name, text, currency, and what is inside. */
final class Element {
  private final String name;
  private final Optional<String> currency;
  private final int line;
  private final StringBuilder text = new StringBuilder();
  private final List<Element> children = new ArrayList<>();

  Element(String name, Optional<String> currency, int line) {
    this.name = name;
    this.currency = currency;
    this.line = line;
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  Optional<String> currency() {
    return currency;
  }

  void add(Element child) {
    children.add(child);
  }

  int append(String more) {
    text.append(more);
    return text.length();
  }

  String text() {
    return text.toString().strip();
  }

  /** Those of that path, which has slashes between names. */
  Stream<Element> all(String path) {
    int slash = path.indexOf('/');
    String first = slash < 0 ? path : path.substring(0, slash);
    Stream<Element> found = children.stream().filter(child -> child.name.equals(first));
    return slash < 0 ? found : found.flatMap(child -> child.all(path.substring(slash + 1)));
  }

  Optional<Element> first(String path) {
    return all(path).findFirst();
  }

  /** The text at the first of these paths that has one. */
  Optional<String> textAt(String... paths) {
    return Stream.of(paths)
        .flatMap(this::all)
        .map(Element::text)
        .filter(found -> !found.isEmpty())
        .findFirst();
  }
}
