package org.millrace.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.millrace.database.BulkRows;
import org.millrace.document.custom.CustomFields;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.mapping.RecordMapping;
import org.millrace.document.mapping.RecordMapping.Column;
import org.millrace.document.number.DocumentNumbers;
import org.millrace.document.row.BoundSql;
import org.millrace.document.together.StoredDocuments;
import org.millrace.outbox.Events;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.JdbcTemplate;

/** Documents of one kind in their table and the tables of their lines. */
final class DocumentsJdbc<T extends Record> implements StoredDocuments<T> {
  /** Stands where a document has no money: the code that ISO 4217 keeps for tests. */
  private static final Currency WITHOUT = Currency.getInstance("XTS");

  private final DocumentKind<T> kind;
  private final RecordMapping<T> mapping;
  private final List<Column> columns;
  private final List<String> names;
  private final String update;
  private final String key;
  private final String mark;
  private final Map<String, LinesJdbc> lines = new LinkedHashMap<>();
  private final JdbcTemplate jdbc;
  private final BulkRows bulk;
  private final DocumentNumbers numbers;
  private final Events events;
  private final CustomFields custom;

  DocumentsJdbc(
      DocumentKind<T> kind,
      JdbcTemplate jdbc,
      BulkRows bulk,
      DocumentNumbers numbers,
      Events events,
      CustomFields custom) {
    this.kind = kind;
    this.mapping = kind.mapping();
    this.columns = mapping.columns();
    this.key = kind.key();
    this.names =
        Stream.concat(Stream.of("company", "version"), columns.stream().map(Column::name)).toList();
    this.update =
        "update %s set version = version + 1, %s where company = ? and %s = ? and version = ?"
            .formatted(
                kind.table(),
                columns.stream()
                    .map(Column::name)
                    .filter(column -> !column.equals(key))
                    .map(column -> column + " = ?")
                    .collect(Collectors.joining(", ")),
                key);
    this.mark = mapping.isCounted() ? "?::bigint[]" : "?";
    this.jdbc = jdbc;
    this.bulk = bulk;
    this.numbers = numbers;
    this.events = events;
    this.custom = custom;
    kind.lines()
        .forEach(
            (component, table) ->
                lines.put(
                    component, new LinesJdbc(table, mapping.ofLines(component), jdbc, bulk, mark)));
  }

  @Override
  public DocumentKind<T> kind() {
    return kind;
  }

  @Override
  public List<String> nextNumbers(CompanyCode company, List<LocalDate> days) {
    Map<Integer, Iterator<String>> byYear = new HashMap<>();
    days.stream()
        .collect(Collectors.groupingBy(LocalDate::getYear, TreeMap::new, Collectors.toList()))
        .forEach(
            (year, those) ->
                byYear.put(
                    year, numbers.take(company, kind, those.get(0), those.size()).iterator()));
    return days.stream()
        .map(day -> Objects.requireNonNull(byYear.get(day.getYear())).next())
        .toList();
  }

  @Override
  public Set<String> taken(CompanyCode company, Collection<String> wanted) {
    return numbers.taken(company, kind, wanted);
  }

  @Override
  public void add(List<Versioned<T>> made) {
    bulk.copy(kind.table(), names, made.stream().map(this::row).toList());
    addLines(made);
    refuseUnseen(made);
    made.stream()
        .filter(document -> !document.custom().isEmpty())
        .forEach(document -> setCustom(document, document.custom()));
  }

  private void addLines(List<Versioned<T>> made) {
    lines.forEach(
        (component, table) ->
            table.add(
                made.stream()
                    .map(
                        d ->
                            new LinesJdbc.Of(
                                d.company().value(),
                                number(d),
                                mapping.lines(d.document(), component)))
                    .toList()));
  }

  /** In the order of their codes, against deadlock. */
  @Override
  public void makeMissing(
      CompanyCode company, List<T> masters, Instant occurredAt, Happened<T> event) {
    Map<String, String> types = new LinkedHashMap<>(Map.of("company", "text"));
    types.put("version", "bigint");
    columns.forEach(column -> types.put(column.name(), column.type().family().sql()));
    List<Versioned<T>> wanted =
        masters.stream()
            .map(master -> Versioned.first(company, master))
            .sorted(Comparator.comparing(this::number))
            .toList();
    Set<String> added =
        bulk.copyMissing(kind.table(), types, key, wanted.stream().map(this::row).toList());
    List<Versioned<T>> made =
        wanted.stream().filter(master -> added.remove(number(master))).toList();
    addLines(made);
    refuseUnseen(made);
    events.publish(
        made.stream()
            .map(master -> event.apply(kind.head(master, occurredAt), master.document()))
            .toList());
  }

  private String number(Versioned<T> document) {
    return mapping.number(document.document()).value();
  }

  private Object[] row(Versioned<T> made) {
    List<Object> row = new ArrayList<>();
    row.add(made.company());
    row.add(made.version().number());
    row.addAll(mapping.values(made.document()));
    return row.toArray();
  }

  @Override
  public List<Versioned<T>> change(List<Change<T>> changes) {
    int[] found = jdbc.batchUpdate(update, changes.stream().map(this::values).toList());
    IntStream.range(0, found.length)
        .filter(i -> found[i] != 1)
        .findFirst()
        .ifPresent(i -> refuseStale(changes.get(i)));
    lines.forEach((component, table) -> table.change(lineChanges(changes, component)));
    refuseUnseen(changes.stream().map(Change::before).toList());
    return changes.stream().map(this::changed).toList();
  }

  private Versioned<T> changed(Change<T> change) {
    Versioned<T> after = change.before().next(change.after());
    Optional<Map<String, Object>> given = custom.ofChanged(change.before(), kind);
    given.ifPresent(values -> setCustom(after, values));
    return given.map(after::with).orElse(after);
  }

  private void setCustom(Versioned<T> document, Map<String, Object> values) {
    jdbc.update(
        "update %s set custom = ?::jsonb where company = ? and %s = %s"
            .formatted(kind.table(), key, mapping.isCounted() ? "?::bigint" : "?"),
        custom.stored(values),
        document.company().value(),
        mapping.number(document.document()).value());
  }

  private Object[] values(Change<T> change) {
    List<Object> values = new ArrayList<>();
    List<Object> all = mapping.values(change.after());
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).name().equals(key)) {
        values.add(all.get(i));
      }
    }
    values.add(change.before().company().value());
    values.add(mapping.number(change.after()).value());
    values.add(change.before().version().number());
    return values.toArray();
  }

  private List<LinesJdbc.Changed> lineChanges(List<Change<T>> changes, String component) {
    return changes.stream()
        .map(
            change ->
                new LinesJdbc.Changed(
                    change.before().company().value(),
                    mapping.number(change.after()).value(),
                    mapping.lines(change.before().document(), component),
                    mapping.lines(change.after(), component)))
        .toList();
  }

  private void refuseStale(Change<T> change) {
    throw Refused.stale(
        "%s was changed by somebody else just now. Read it again and repeat the change."
            .formatted(kind.titled(mapping.number(change.after()))));
  }

  @Override
  public List<Versioned<T>> find(CompanyCode company, Collection<? extends Code> numbers) {
    return read(company, numbers.stream().map(Code::value).toList(), key, "");
  }

  @Override
  public List<Versioned<T>> lock(CompanyCode company, Collection<? extends Code> numbers) {
    return read(company, numbers.stream().map(Code::value).toList(), key, " for no key update");
  }

  @Override
  public Instant lastMoment(Versioned<T> document) {
    events.writeNow();
    return jdbc
        .query(
            "select occurred_at from outbox.event where aggregate_id = ?",
            (row, i) -> row.getObject(1, OffsetDateTime.class).toInstant(),
            kind.aggregateId(document))
        .stream()
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  @Override
  public List<Versioned<T>> having(CompanyCode company, Map<String, String> values) {
    ListFilter filter = ListFilter.of(kind, company, ListRequest.having(values), List.of());
    BoundSql seen = seenRows(company);
    List<Object> parameters = new ArrayList<>(List.of(company.value()));
    parameters.addAll(filter.parameters());
    parameters.addAll(seen.bound());
    List<String> numbers =
        jdbc.queryForList(
            "select %s from %s where company = ? and %s%s%s"
                .formatted(key, kind.table(), kind.only(), filter.condition(), seen.and()),
            String.class,
            parameters.toArray());
    return read(company, numbers, key, "");
  }

  /** Heads first: with a lock the lines are read after the rows are held. */
  private List<Versioned<T>> read(
      CompanyCode company, List<String> wanted, String order, String lock) {
    List<String> known =
        mapping.isCounted()
            ? wanted.stream().filter(number -> number.matches("\\d{1,18}")).toList()
            : wanted;
    BoundSql seen = seenRows(company);
    List<Object> parameters =
        new ArrayList<>(List.of(company.value(), known.toArray(String[]::new)));
    parameters.addAll(seen.bound());
    List<Head> heads =
        jdbc.query(
            "select * from %s where company = ? and %s = any(%s) and %s%s order by %s%s"
                .formatted(kind.table(), key, mark, kind.only(), seen.and(), order, lock),
            (row, i) -> head(row),
            parameters.toArray());
    Map<String, Currency> currencies =
        heads.stream().collect(Collectors.toMap(Head::number, Head::currency));
    Map<String, Map<String, List<?>>> found = new HashMap<>();
    lines.forEach(
        (component, table) ->
            table
                .read(company.value(), currencies)
                .forEach(
                    (number, those) ->
                        found.computeIfAbsent(number, n -> new HashMap<>()).put(component, those)));
    return heads.stream()
        .map(
            head ->
                new Versioned<>(
                    company,
                    mapping.filled(head.values(), found.getOrDefault(head.number(), Map.of())),
                    new Version(head.version()),
                    head.custom()))
        .toList();
  }

  private BoundSql seenRows(CompanyCode company) {
    BoundSql seen = kind.seenRows(company, kind.rowsName());
    if (!seen.isEmpty()) {
      events.writeNow(); // whose a document is stands in the outbox
    }
    return seen;
  }

  /** What was just written stays in the regions of who wrote it, or is his own. */
  private void refuseUnseen(List<Versioned<T>> written) {
    written.stream()
        .collect(Collectors.groupingBy(Versioned::company))
        .forEach(
            (company, those) -> {
              BoundSql seen = kind.seenRows(company, kind.rowsName());
              if (!seen.isEmpty() && !kind.isSeenByWhoMadeIt(company)) {
                refuseUnseen(company, those.stream().map(this::number).toList(), seen);
              }
            });
  }

  private void refuseUnseen(CompanyCode company, List<String> written, BoundSql seen) {
    List<Object> parameters =
        new ArrayList<>(List.of(company.value(), written.toArray(String[]::new)));
    parameters.addAll(seen.bound());
    jdbc.queryForList(
            "select %s from %s where company = ? and %s = any(%s) and %s is not true limit 1"
                .formatted(kind.regionBy(), kind.table(), key, mark, seen.sql()),
            String.class,
            parameters.toArray())
        .forEach(
            named -> {
              throw kind.outside(company, named);
            });
  }

  /** A row without its lines: what of the record its own columns give. */
  private record Head(
      String number,
      long version,
      Currency currency,
      Object[] values,
      Map<String, Object> custom) {}

  private Head head(ResultSet row) throws SQLException {
    Currency currency =
        mapping.has("currency") ? Currency.getInstance(row.getString("currency")) : WITHOUT;
    return new Head(
        row.getString(key),
        row.getLong("version"),
        currency,
        mapping.read(row, currency),
        custom.areKept(kind) ? custom.read(row.getString("custom")) : Map.of());
  }

  @Override
  public ListAnswer<Versioned<T>> page(CompanyCode company, ListRequest request) {
    ListFilter filter = ListFilter.of(kind, company, request, custom.of(company, kind));
    BoundSql seen = seenRows(company);
    List<Object> parameters = new ArrayList<>(List.of(company.value()));
    parameters.addAll(filter.parameters());
    parameters.addAll(seen.bound());
    String where =
        " from %s where company = ? and %s%s%s"
            .formatted(kind.table(), kind.only(), filter.condition(), seen.and());
    String order = filter.order(request);
    List<String> numbers =
        jdbc.queryForList(
            "select %s%s order by %s limit %d offset %d"
                .formatted(key, where, order, request.size(), request.offset()),
            String.class,
            parameters.toArray());
    Long counted =
        jdbc.queryForObject(
            "select count(*) from (select 1%s limit %d) as matching"
                .formatted(where, ListRequest.COUNTED + 1),
            Long.class,
            parameters.toArray());
    return ListAnswer.of(request, read(company, numbers, order, ""), counted == null ? 0 : counted);
  }

  @Override
  public Versioned<T> make(CompanyCode company, T document, Instant occurredAt, Happened<T> event) {
    refuseAlike(company, List.of(document));
    Versioned<T> made = Versioned.first(company, document).with(custom.ofNew(company, kind));
    add(List.of(made));
    events.publish(List.of(event.apply(kind.head(made, occurredAt), document)));
    return made;
  }

  @Override
  public void refuseAlike(CompanyCode company, List<T> masters) {
    if (!kind.isMaster()) {
      return;
    }
    jdbc.queryForList(
            ("select %2$s from %1$s where company = ?"
                    + " and lower(%2$s) in (select lower(c) from unnest(?) as c) limit 1")
                .formatted(kind.table(), key),
            String.class,
            company.value(),
            masters.stream().map(master -> mapping.number(master).value()).toArray(String[]::new))
        .forEach(taken -> refuseTaken(company, taken));
  }

  private void refuseTaken(CompanyCode company, String code) {
    throw Refused.conflict(
        "Company %s has %s already: change it instead, or choose another code."
            .formatted(company, kind.named(code)));
  }

  @Override
  public Versioned<T> change(Versioned<T> before, T after, Instant occurredAt, Happened<T> event) {
    Versioned<T> changed = change(List.of(new Change<>(before, after))).get(0);
    events.publish(List.of(event.apply(kind.head(changed, occurredAt), after)));
    return changed;
  }
}
