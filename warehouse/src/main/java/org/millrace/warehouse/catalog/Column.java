package org.millrace.warehouse.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One column: what it is called and means, its unit, its values' words, and where it leads. */
public record Column(
    String name,
    ColumnType type,
    Optional<String> unit,
    Said said,
    Leads leads,
    boolean isTechnical) {

  /**
   * What people read.
   *
   * @param label the name, as over a column of a page
   * @param meaning one sentence
   * @param words what the fixed values of the column are called, in their order; empty where values
   *     are free
   */
  public record Said(Wording label, Wording meaning, Map<String, Wording> words) {
    public Said {
      words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }
  }

  /**
   * Where a value leads.
   *
   * @param document the document that the value is the number of
   * @param opens the table whose rows with the same value are opened, such as {@code
   *     gold.sales_invoice}
   * @param page the page of the back office that shows what the value is the code of, such as
   *     {@code item/item}
   */
  public record Leads(
      Optional<DocumentLink> document, Optional<String> opens, Optional<String> page) {
    static final Leads NOWHERE = new Leads(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A document by its number: of a kind that is known, or that another column of the row tells. */
  public record DocumentLink(List<String> kinds, Optional<String> kindColumn) {
    public DocumentLink {
      kinds = List.copyOf(kinds);
    }
  }

  /** How its values are written for people. */
  public Form form() {
    return Form.of(type, unit.orElse(""));
  }

  /** Label, meaning and unit in both languages, for the comments of tables. */
  public String comment() {
    String of = unit.map(word -> " (" + word + ")").orElse("");
    return "%s: %s%s | %s：%s"
        .formatted(label().en(), meaning().en(), of, label().zh(), meaning().zh());
  }

  public Wording label() {
    return said.label();
  }

  public Wording meaning() {
    return said.meaning();
  }

  public Map<String, Wording> words() {
    return said.words();
  }
}
