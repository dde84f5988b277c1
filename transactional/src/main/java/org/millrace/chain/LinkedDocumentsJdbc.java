package org.millrace.chain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.millrace.chain.LinkedKind.Part;
import org.millrace.chain.LinkedKind.Target;
import org.millrace.party.Company;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the questions of what the kinds declare; values are always bound. */
final class LinkedDocumentsJdbc implements LinkedDocuments {
  /** Stands right after all digits. */
  private static final String AFTER_DIGITS = ":";

  private final LinkedKinds kinds;
  private final JdbcTemplate jdbc;

  LinkedDocumentsJdbc(LinkedKinds kinds, JdbcTemplate jdbc) {
    this.kinds = kinds;
    this.jdbc = jdbc;
  }

  /** Refuses a declaration that the tables do not bear out. */
  void check() {
    List<String> wrong = new ArrayList<>();
    for (LinkedKind kind : kinds.all()) {
      Set<String> there =
          new HashSet<>(
              jdbc.queryForList(
                  """
                  select column_name from information_schema.columns
                  where table_schema || '.' || table_name = ?
                  """,
                  String.class,
                  kind.table()));
      Set<String> lacking = new TreeSet<>(kind.declaredColumns());
      lacking.removeAll(there);
      if (!lacking.isEmpty()) {
        wrong.add("%s: %s has no %s".formatted(kind.name(), kind.table(), lacking));
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "chain/<domain>.yaml does not fit the tables: " + String.join("; ", wrong));
    }
  }

  @Override
  public List<LinkedDocument> read(Company company, LinkedKind kind, Collection<String> numbers) {
    return all(
        company,
        kind,
        "where company = ? and number = any(?%s) order by number".formatted(cast(kind)),
        company.code().value(),
        numbers(kind, numbers));
  }

  private static String cast(LinkedKind kind) {
    return kind.isCounted() ? "::bigint[]" : "";
  }

  private List<LinkedDocument> all(
      Company company, LinkedKind kind, String where, Object... values) {
    String columns = kind.declaredColumns().stream().distinct().collect(Collectors.joining(", "));
    return jdbc.query(
        "select %s from %s %s".formatted(columns, kind.table(), where),
        (row, i) -> document(company, kind, row),
        values);
  }

  @Override
  public List<String> parties(Company company, String text, int most) {
    String pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    return jdbc.queryForList(
        """
        select code from party.party where company = ? and (code ilike ? or name ilike ?)
        order by code limit ?
        """,
        String.class,
        company.code().value(),
        pattern,
        pattern,
        most);
  }

  /** From one beginning to the next by the index, so that not every number is read. */
  @Override
  public Map<String, String> series(Company company, LinkedKind kind, int most) {
    Map<String, String> series = new LinkedHashMap<>();
    if (kind.isCounted()) {
      return series;
    }
    String after = "";
    while (series.size() < most) {
      String first =
          jdbc.queryForObject(
              "select min(number) from %s where company = ? and number > ?".formatted(kind.table()),
              String.class,
              company.code().value(),
              after);
      String begins = first == null ? null : first.replaceFirst("\\d+$", "");
      if (begins == null || series.putIfAbsent(begins, first) != null) {
        return series;
      }
      after = begins + AFTER_DIGITS;
    }
    return series;
  }

  @Override
  public List<LinkedDocument> numbered(
      Company company, LinkedKind kind, Collection<String> numbers, String begins, int most) {
    if (kind.isCounted()) {
      return read(company, kind, numbers);
    }
    return all(
        company,
        kind,
        "where company = ? and (number = any(?) or number >= ? and number < ?)"
            + " order by number desc limit "
            + most,
        company.code().value(),
        numbers(kind, numbers),
        begins,
        begins + Character.toString(Character.MAX_CODE_POINT));
  }

  @Override
  public List<LinkedDocument> ofParties(
      Company company, LinkedKind kind, Collection<String> parties, int most) {
    String party = kind.columns().get(Part.PARTY);
    if (party == null || parties.isEmpty()) {
      return List.of();
    }
    String latest = latest(kind, most);
    String of =
        "cross join lateral (select * from %s where company = ? and %s = wanted.code%s) found%s"
            .formatted(kind.table(), party, latest, latest);
    String columns = kind.declaredColumns().stream().distinct().collect(Collectors.joining(", "));
    return jdbc.query(
        "select %s from unnest(?) as wanted(code) %s".formatted(columns, of),
        (row, i) -> document(company, kind, row),
        parties.toArray(String[]::new),
        company.code().value());
  }

  @Override
  public List<LinkedDocument> over(Company company, LinkedKind kind, BigDecimal amount, int most) {
    String column = kind.columns().get(Part.AMOUNT);
    return column == null
        ? List.of()
        : all(
            company,
            kind,
            "where company = ? and %s in (?, ?)%s".formatted(column, latest(kind, most)),
            company.code().value(),
            amount,
            amount.negate());
  }

  private static String latest(LinkedKind kind, int most) {
    Map<Part, String> columns = kind.columns();
    String day = columns.getOrDefault(Part.DATE, columns.getOrDefault(Part.MOMENT, "number"));
    return " order by %s desc limit %d".formatted(day, most);
  }

  /** What is no whole number is none of a kind that counts. */
  private static String[] numbers(LinkedKind kind, Collection<String> numbers) {
    return numbers.stream()
        .filter(number -> !kind.isCounted() || number.matches("\\d{1,18}"))
        .toArray(String[]::new);
  }

  private LinkedDocument document(Company company, LinkedKind kind, ResultSet row)
      throws SQLException {
    List<LinkedDocument.Named> names = new ArrayList<>();
    for (LinkedKind.Reference reference : kind.references()) {
      String number = row.getString(reference.column());
      Map<String, String> said = new HashMap<>();
      for (String column : reference.target().columns()) {
        said.put(column, row.getString(column));
      }
      if (number != null) {
        reference
            .target()
            .kind(said::get)
            .flatMap(kinds::named)
            .map(named -> new LinkedDocument.Name(named.name(), number))
            .ifPresent(name -> names.add(new LinkedDocument.Named(name, reference.direction())));
      }
    }
    return new LinkedDocument(
        new LinkedDocument.Name(kind.name(), row.getString("number")),
        content(company, kind, row),
        names);
  }

  private static LinkedDocument.Content content(Company company, LinkedKind kind, ResultSet row)
      throws SQLException {
    Optional<String> party = text(kind, Part.PARTY, row, "");
    Optional<String> partyName = text(kind, Part.PARTY, row, "_name");
    String amount = kind.columns().get(Part.AMOUNT);
    Optional<Money> money =
        amount == null
            ? Optional.empty()
            : Optional.of(
                Money.of(
                    row.getBigDecimal(amount), Currency.getInstance(row.getString("currency"))));
    return new LinkedDocument.Content(
        day(company, kind, row),
        text(kind, Part.STATE, row, ""),
        party,
        partyName,
        money,
        money.map(Money::currency));
  }

  private static Optional<String> text(LinkedKind kind, Part part, ResultSet row, String ending)
      throws SQLException {
    String column = kind.columns().get(part);
    return column == null ? Optional.empty() : Optional.ofNullable(row.getString(column + ending));
  }

  private static Optional<LocalDate> day(Company company, LinkedKind kind, ResultSet row)
      throws SQLException {
    String date = kind.columns().get(Part.DATE);
    if (date != null) {
      return Optional.ofNullable(row.getObject(date, LocalDate.class));
    }
    String moment = kind.columns().get(Part.MOMENT);
    return moment == null
        ? Optional.empty()
        : Optional.ofNullable(row.getObject(moment, OffsetDateTime.class))
            .map(at -> LocalDate.ofInstant(at.toInstant(), company.timeZone()));
  }

  @Override
  public Set<String> naming(Naming asked, int most) {
    LinkedKind.Reference reference = asked.reference();
    List<Object> values = new ArrayList<>();
    values.add(asked.company().code().value());
    values.add(numbers(asked.named(), asked.numbers()));
    boolean isWhole = asked.named().isCounted() && reference.target() instanceof Target.Fixed;
    String sql =
        "select number from %s where company = ? and %s = any(?%s)%s order by number limit %d"
            .formatted(
                asked.kind().table(),
                reference.column(),
                isWhole ? "::bigint[]" : "",
                condition(asked, values),
                most);
    return new LinkedHashSet<>(jdbc.queryForList(sql, String.class, values.toArray()));
  }

  private static String condition(Naming asked, List<Object> values) {
    Target target = asked.reference().target();
    if (target instanceof Target.When when) {
      values.add(when.value());
      return " and " + when.column() + " = ?";
    }
    if (target instanceof Target.FromColumns columns) {
      values.add(asked.named().names().toArray(String[]::new));
      return " and " + columns.domain() + " || '/' || " + columns.type() + " = any(?)";
    }
    return "";
  }
}
