package org.millrace.dashboards.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.millrace.dashboards.definition.Label;
import org.millrace.warehouse.catalog.Column;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.catalog.Wording;

/**
 * How fields are called: as the page says, else as the column of its tables that holds the same:
 * {@code openedAt} is {@code opened_at}, {@code partsCost} is {@code parts_cost_amount}; else as
 * all pages call it.
 */
final class FieldWords {
  private static final List<String> ENDINGS = List.of("", "_amount", "_qty", "_date", "_on", "_at");

  private final Map<String, Label> own;
  private final List<Table> tables;
  private final Map<String, Label> common;

  FieldWords(Map<String, Label> own, List<Table> tables, Map<String, Label> common) {
    this.own = Map.copyOf(own);
    this.tables = List.copyOf(tables);
    this.common = Map.copyOf(common);
  }

  /** The mart's table of what the page shows: the first that it names. */
  Optional<String> table() {
    return tables.stream().findFirst().map(table -> table.name().table());
  }

  Optional<Label> label(String field) {
    return Optional.ofNullable(own.get(field))
        .or(() -> column(field).map(c -> of(c.label())))
        .or(() -> Optional.ofNullable(common.get(field)));
  }

  /**
   * The words of a field in both languages: as its column explains them, else as the labels do
   * under {@code status.posted}; one that nothing explains stands for itself.
   */
  Map<String, Label> words(String field, List<String> words) {
    Map<String, Label> labels = new LinkedHashMap<>();
    Map<String, Wording> known = column(field).map(Column::words).orElse(Map.of());
    for (String word : words) {
      labels.put(
          word,
          Optional.ofNullable(known.get(word))
              .map(FieldWords::of)
              .or(() -> Optional.ofNullable(own.get(field + "." + word)))
              .or(() -> Optional.ofNullable(common.get(field + "." + word)))
              .orElse(new Label(word, word)));
    }
    return labels;
  }

  private Optional<Column> column(String field) {
    String snake = field.replace('.', '_').replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    String name = snake.replaceFirst("(^|_)quantity$", "$1qty");
    return ENDINGS.stream()
        .flatMap(ending -> tables.stream().flatMap(t -> t.column(name + ending).stream()))
        .findFirst();
  }

  private static Label of(Wording wording) {
    return new Label(wording.en(), wording.zh());
  }
}
