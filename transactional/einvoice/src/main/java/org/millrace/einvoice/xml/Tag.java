package org.millrace.einvoice.xml;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element that is written. What has neither text nor attributes nor children is left out. */
public final class Tag {
  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Tag> children = new ArrayList<>();
  private String text = "";
  private boolean isKept;

  public Tag(String name) {
    this.name = name;
  }

  public Tag with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  public Tag with(String attribute, Optional<String> value) {
    value.ifPresent(said -> with(attribute, said));
    return this;
  }

  /** Adds an element and answers it, so that it can be filled. */
  public Tag open(String child) {
    Tag opened = new Tag(child);
    children.add(opened);
    return opened;
  }

  /** Adds an element that is written also when it is empty, and answers it. */
  public Tag always(String child) {
    Tag opened = open(child);
    opened.isKept = true;
    return opened;
  }

  /** Adds an element with a text and answers it, so that it can get attributes. */
  public Tag leaf(String child, String value) {
    Tag leaf = open(child);
    leaf.text = value;
    return leaf;
  }

  public Tag leaf(String child, BigDecimal value) {
    return leaf(child, value.toPlainString());
  }

  /** Adds an element where there is a text, and answers this one. */
  public Tag maybe(String child, Optional<String> value) {
    value.ifPresent(said -> leaf(child, said));
    return this;
  }

  private boolean isEmpty() {
    return !isKept && text.isEmpty() && children.stream().allMatch(Tag::isEmpty);
  }

  /** The document whose root this is, in UTF-8. */
  public byte[] document() {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    write(out, "");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(StringBuilder out, String indent) {
    if (isEmpty()) {
      return;
    }
    out.append(indent).append('<').append(name);
    attributes.forEach(
        (key, value) ->
            out.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
    out.append('>');
    if (children.isEmpty()) {
      out.append(escaped(text));
    } else {
      out.append('\n');
      children.forEach(child -> child.write(out, indent + "  "));
      out.append(indent);
    }
    out.append("</").append(name).append(">\n");
  }

  /** The text without what XML 1.0 cannot hold. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\n' || c == '\t')
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
