package org.millrace.chain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is declared of a kind of document: its table, the columns that tell its day, state, partner
 * and amount, and those that name other documents. A partner's name stands in the column {@code
 * _name} beside its code, the currency of an amount in {@code currency}.
 *
 * @param name domain and type, {@code sales/order}
 * @param also the same under other types, as {@code sales/credit-note} is an invoice
 * @param isCounted whether its numbers are whole numbers and not texts
 */
record LinkedKind(
    String name,
    Set<String> also,
    String table,
    boolean isCounted,
    Map<Part, String> columns,
    List<Reference> references) {
  /** What a column tells of a document; a moment becomes the day of the company. */
  enum Part {
    DATE,
    MOMENT,
    STATE,
    PARTY,
    AMOUNT
  }

  /**
   * A column that names another document. It is of a fixed kind, perhaps only where another column
   * has some value; or domain and type stand in columns beside it.
   */
  record Reference(String column, Target target, Direction direction) {}

  /** Which of the two documents comes first. */
  enum Direction {
    FOLLOWS,
    LEADS
  }

  /** Of which kind the named document is. */
  sealed interface Target {
    /** The one kind that it can be, where it is only one. */
    Optional<String> only();

    /** The columns that say so. */
    List<String> columns();

    /** What it is in a row, of which the values of these columns are asked. */
    Optional<String> kind(UnaryOperator<String> row);

    /** Always that one. */
    record Fixed(String kind) implements Target {
      @Override
      public Optional<String> only() {
        return Optional.of(kind);
      }

      @Override
      public List<String> columns() {
        return List.of();
      }

      @Override
      public Optional<String> kind(UnaryOperator<String> row) {
        return only();
      }
    }

    /** That one where a column has a value. */
    record When(String column, String value, String kind) implements Target {
      @Override
      public Optional<String> only() {
        return Optional.of(kind);
      }

      @Override
      public List<String> columns() {
        return List.of(column);
      }

      @Override
      public Optional<String> kind(UnaryOperator<String> row) {
        return only().filter(is -> value.equals(row.apply(column)));
      }
    }

    /** As two columns say. */
    record FromColumns(String domain, String type) implements Target {
      @Override
      public Optional<String> only() {
        return Optional.empty();
      }

      @Override
      public List<String> columns() {
        return List.of(domain, type);
      }

      @Override
      public Optional<String> kind(UnaryOperator<String> row) {
        return Optional.of(row.apply(domain) + "/" + row.apply(type));
      }
    }
  }

  private static final Set<String> KNOWN =
      Set.of(
          "table", "also", "counted", "follows", "leads", "date", "moment", "state", "party",
          "amount");

  LinkedKind {
    also = Set.copyOf(also);
    columns = Map.copyOf(columns);
    references = List.copyOf(references);
  }

  /** Reads what a file says of a kind. */
  static LinkedKind of(String domain, String type, Map<?, ?> said) {
    String name = domain + "/" + type;
    said.keySet().stream()
        .filter(key -> !KNOWN.contains(key.toString()))
        .findFirst()
        .ifPresent(key -> refuse(name, "knows no '" + key + "'; there are " + KNOWN));
    List<Reference> references = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      Object named = said.get(direction.name().toLowerCase(Locale.ROOT));
      if (named instanceof Map<?, ?> columns) {
        columns.forEach(
            (column, of) ->
                targets(name, of)
                    .forEach(
                        target ->
                            references.add(new Reference(column.toString(), target, direction))));
      }
    }
    Set<String> also =
        said.get("also") instanceof List<?> types
            ? Set.copyOf(types.stream().map(other -> domain + "/" + other).toList())
            : Set.of();
    return new LinkedKind(
        name,
        also,
        text(said, "table").orElseThrow(() -> refused(name, "has no table")),
        Boolean.TRUE.equals(said.get("counted")),
        columns(said),
        references);
  }

  private static Map<Part, String> columns(Map<?, ?> said) {
    Map<Part, String> columns = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      text(said, part.name().toLowerCase(Locale.ROOT))
          .ifPresent(column -> columns.put(part, column));
    }
    return columns;
  }

  /** What a column names: of one kind, or of several by what another column says. */
  private static List<Target> targets(String name, Object of) {
    return of instanceof List<?> several && several.stream().allMatch(Map.class::isInstance)
        ? several.stream().map(one -> target(name, one)).toList()
        : List.of(target(name, of));
  }

  private static Target target(String name, Object of) {
    if (of instanceof String kind) {
      return new Target.Fixed(kind);
    }
    if (of instanceof Map<?, ?> more && more.keySet().equals(Set.of("domain", "type"))) {
      return new Target.FromColumns(
          Objects.requireNonNull(more.get("domain")).toString(),
          Objects.requireNonNull(more.get("type")).toString());
    }
    if (of instanceof Map<?, ?> more && more.keySet().equals(Set.of("when", "is", "kind"))) {
      return new Target.When(
          Objects.requireNonNull(more.get("when")).toString(),
          Objects.requireNonNull(more.get("is")).toString(),
          Objects.requireNonNull(more.get("kind")).toString());
    }
    throw refused(
        name,
        "names documents by " + of + ", not by a kind, {when, is, kind} or" + " {domain, type}");
  }

  private static Optional<String> text(Map<?, ?> said, String key) {
    return Optional.ofNullable(said.get(key)).map(Object::toString);
  }

  private static void refuse(String name, String what) {
    throw refused(name, what);
  }

  private static IllegalStateException refused(String name, String what) {
    return new IllegalStateException("chain/%s %s".formatted(name.replace("/", ".yaml: "), what));
  }

  String readPermission() {
    return name.substring(0, name.indexOf('/')) + ".read";
  }

  /** All names it goes by. */
  List<String> names() {
    return Stream.concat(Stream.of(name), also.stream()).toList();
  }

  /** Every column that is declared. */
  List<String> declaredColumns() {
    List<String> all = new ArrayList<>(List.of("company", "number"));
    all.addAll(columns.values());
    Optional.ofNullable(columns.get(Part.PARTY)).ifPresent(party -> all.add(party + "_name"));
    Optional.ofNullable(columns.get(Part.AMOUNT)).ifPresent(amount -> all.add("currency"));
    for (Reference reference : references) {
      all.add(reference.column());
      all.addAll(reference.target().columns());
    }
    return all;
  }
}
