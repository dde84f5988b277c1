package org.millrace.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
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
    String columns = kind.declaredColumns().stream().distinct().collect(Collectors.joining(", "));
    return jdbc.query(
        "select %s from %s where company = ? and number = any(?%s) order by number"
            .formatted(columns, kind.table(), kind.isCounted() ? "::bigint[]" : ""),
        (row, i) -> document(company, kind, row),
        company.code().value(),
        numbers(kind, numbers));
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
        told(company, kind, row),
        names);
  }

  private static LinkedDocument.Told told(Company company, LinkedKind kind, ResultSet row)
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
    return new LinkedDocument.Told(
        day(company, kind, row), text(kind, Part.STATE, row, ""), party, partyName, money);
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
    if (target instanceof Target.Told told) {
      values.add(asked.named().names().toArray(String[]::new));
      return " and " + told.domain() + " || '/' || " + told.type() + " = any(?)";
    }
    return "";
  }
}
