package org.millrace.document;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.millrace.document.custom.CustomField;
import org.millrace.document.mapping.RecordMapping;
import org.millrace.document.mapping.SensitiveFields;
import org.millrace.document.row.BoundSql;
import org.millrace.document.row.RegionOf;
import org.millrace.document.search.SearchText;
import org.millrace.shared.Caller;
import org.millrace.shared.Caller.RowRule;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.EventHead;
import org.millrace.shared.Refused;

/**
 * What the kernel has to know of a kind of document. Its record says the rest: each component is a
 * column of its table in snake case ({@code openedAt} is {@code opened_at}), a record inside is
 * spread over columns with its name before them ({@code customer}, {@code customer_name}), a list
 * of records is a table of lines. The record has a component {@code number}; that of a master has
 * none but a {@code code}.
 *
 * @param <T> the record of the document
 */
public final class DocumentKind<T extends Record> {
  private final String domain;
  private final String type;
  private final Class<T> record;
  private final String title;
  private final String table;
  private final String prefix;
  private final String listName;
  private final String only;
  private final Map<String, LineTable> lines;
  private final List<String> searched;
  private final Optional<String> sort;
  private final Function<T, List<Step>> steps;
  private final Optional<Teller<T>> teller;
  private final Optional<RegionOf> region;
  private volatile @Nullable RecordMapping<T> mapping;

  /** The kind of document, with the number of that one, whose events tell of a document. */
  private record Teller<T>(String type, String column, Function<T, ? extends Code> number) {}

  /** The table of a list inside the document, and its column that names the document. */
  record LineTable(String table, String parent) {}

  private DocumentKind(Builder<T> built) {
    domain = built.domain;
    type = built.type;
    record = built.record;
    title = built.title;
    table = built.table;
    prefix = built.prefix;
    listName = built.listName;
    only = built.only;
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(built.lines));
    searched = List.copyOf(built.searched);
    sort = built.sort;
    steps = built.steps;
    teller = built.teller;
    region = built.region;
  }

  /** A kind under its domain and type: {@code of(Ticket.class, "service", "ticket")}. */
  public static <T extends Record> Builder<T> of(Class<T> record, String domain, String type) {
    return new Builder<>(record, domain, type);
  }

  /** How a document of the kind is named in messages: {@code Ticket ST-000001}. */
  public String titled(Code number) {
    return title + " " + number.value();
  }

  /** The same within a sentence: {@code ticket ST-000001}. */
  String named(String number) {
    return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1) + " " + number;
  }

  /** The refusal of a number that no document of the company has which the caller may see. */
  public Refused notFound(CompanyCode company, Code number) {
    String named = named(number.value());
    return Refused.notFound(
        Caller.current()
            .seenOnly(company.value(), readPermission())
            .map(
                seen ->
                    "Your roles show no %s in company %s: they show only those %s."
                        .formatted(named, company, seen))
            .orElseGet(
                () ->
                    "There is no %s in company %s. Look it up in the list%s."
                        .formatted(named, company, isMaster() ? " or register it" : "")));
  }

  /** The document as other domains refer to it. */
  public DocumentRef ref(Code number) {
    return new DocumentRef(domain, type, number.value());
  }

  /** The head of an event of that document, as it is after the act. */
  public EventHead head(Versioned<T> after, Instant occurredAt) {
    return EventHead.of(after.company(), aggregateId(after), after.version().number(), occurredAt)
        .with(after.custom());
  }

  /** Under which id its events stand. */
  String aggregateId(Versioned<T> document) {
    T told = document.document();
    return EventHead.aggregateId(
        teller.map(Teller::type).orElse(type),
        document.company(),
        teller.map(t -> (Code) t.number().apply(told)).orElse(mapping().number(told)).value());
  }

  /** What can be done next with a document. */
  public List<Step> steps(T document) {
    return steps.apply(document);
  }

  /** Whether the document's own state allows an act. */
  public boolean allows(T document, String act) {
    return steps(document).stream().anyMatch(step -> step.act().equals(act) && step.allowed());
  }

  /** The word for where a document stands, of kinds that have states. */
  public Optional<String> state(T document) {
    return Arrays.stream(record.getRecordComponents())
        .filter(component -> DocumentState.class.isAssignableFrom(component.getType()))
        .findFirst()
        .map(component -> mapping().column(component.getName()).name())
        .map(column -> mapping().value(document, column))
        .map(state -> ((DocumentState<?>) state).word());
  }

  Class<T> record() {
    return record;
  }

  /** The enumeration of where its documents stand, of kinds that have states. */
  public Optional<Class<?>> machine() {
    return Arrays.stream(record.getRecordComponents())
        .<Class<?>>map(RecordComponent::getType)
        .filter(DocumentState.class::isAssignableFrom)
        .findFirst();
  }

  /** Domain and type, {@code service/ticket}. */
  public String name() {
    return domain + "/" + type;
  }

  /** The name of its list in files: {@code tickets}. */
  public String listName() {
    return listName;
  }

  /** The permission that reads its documents: {@code service.read}. */
  public String readPermission() {
    return domain + ".read";
  }

  /**
   * Which rows of the table the caller of this thread's request sees by his row rules. A document
   * that another one's events tell of is his whose the other is.
   */
  BoundSql seenRows(CompanyCode company, String rows) {
    String told =
        "'%s:' || %s.company || '/' || %s.%s"
            .formatted(
                teller.map(Teller::type).orElse(type),
                rows,
                rows,
                teller.map(Teller::column).orElseGet(this::key));
    return BoundSql.anyOf(
        rules(company).stream()
            .map(
                rule ->
                    rule instanceof RowRule.InRegions held
                        ? region.map(of -> of.in(held.regions(), rows)).orElse(BoundSql.NONE)
                        : BoundSql.madeBy(Caller.current().user(), told))
            .toList());
  }

  /** Whether the caller sees what he makes for that alone; else it has to be in his regions. */
  boolean isSeenByWhoMadeIt(CompanyCode company) {
    return rules(company).stream().anyMatch(RowRule.Own.class::isInstance);
  }

  /** Whether no row rule narrows what the caller of this thread's request sees of them. */
  public boolean areAllSeen(CompanyCode company) {
    return rules(company).isEmpty();
  }

  private List<RowRule> rules(CompanyCode company) {
    return Caller.current().rowRules(company.value(), readPermission());
  }

  /** The refusal to write what is in none of the caller's regions. */
  Refused outside(CompanyCode company, String named) {
    return Caller.current().outside(company, readPermission(), named);
  }

  /** The column that names whose region counts. */
  String regionBy() {
    return region.flatMap(RegionOf::named).orElseGet(this::key);
  }

  /** How SQL calls the rows of the table where they have no other name. */
  String rowsName() {
    return table.substring(table.indexOf('.') + 1);
  }

  /**
   * Documents and lines of a company, a row a line; the columns of lines have the name of their
   * list and a dot before them. A master's lists stand side by side, of several lists of another
   * document the one that is declared first. Custom fields stand behind those of the head. The
   * company is bound first. Who sees some documents only gets those.
   */
  public BoundSql exportQuery(CompanyCode company, List<CustomField> custom) {
    return new ExportedRows(this).query(custom, seenRows(company, "h"));
  }

  /** The columns of {@link #exportQuery}. */
  public List<String> exportColumns() {
    return List.copyOf(new ExportedRows(this).columns().values());
  }

  /** Those of them that the caller of this thread's request may not see in a company. */
  public Set<String> hiddenColumns(CompanyCode company) {
    Map<String, String> columns = new ExportedRows(this).columns();
    columns.keySet().retainAll(hiddenIn(company));
    return Set.copyOf(columns.values());
  }

  /** The number of a document, as text. */
  public String numberOf(T document) {
    return mapping().number(document).value();
  }

  String type() {
    return type;
  }

  String title() {
    return title;
  }

  /** Its table. */
  public String table() {
    return table;
  }

  /** The column of its table that names a document: {@code number}, or {@code code} of masters. */
  public String key() {
    return mapping().key();
  }

  /** Whether people name its documents by codes of their own, as they do items and parties. */
  public boolean isMaster() {
    return mapping().isNamedByCode();
  }

  /** What names its documents. */
  public Class<?> codeType() {
    return Arrays.stream(record.getRecordComponents())
        .filter(component -> component.getName().equals(mapping().field(key())))
        .findFirst()
        .orElseThrow()
        .getType();
  }

  /** The prefix of its numbers when nothing else is set. */
  public String prefix() {
    return prefix;
  }

  /** Which rows of the table are of the kind, as SQL. */
  String only() {
    return only;
  }

  Map<String, LineTable> lines() {
    return lines;
  }

  /** The texts and words in lines that its list can be narrowed by, as {@code lines.item}. */
  Map<String, RecordMapping.Column> lineFilters() {
    Map<String, RecordMapping.Column> filters = new LinkedHashMap<>();
    for (String list : lines.keySet()) {
      for (RecordMapping.Column column : mapping().ofLines(list).columns()) {
        switch (column.type().family()) {
          case TEXT, WORD -> filters.put(list + "." + column.field(), column);
          default -> {}
        }
      }
    }
    return filters;
  }

  List<String> searched() {
    return searched.isEmpty() ? List.of(mapping().field(key())) : searched;
  }

  /** What its search looks into besides lines. */
  SearchText searchText() {
    List<String> wanted = new ArrayList<>(searched());
    wanted.removeAll(searchedInLines());
    return SearchText.of(wanted.stream().map(this::column).toList());
  }

  /** Which of the searched fields are those of lines. */
  List<String> searchedInLines() {
    return searched().stream()
        .filter(field -> lines.containsKey(field.replaceFirst("\\..*", "")))
        .toList();
  }

  private RecordMapping.Column column(String field) {
    return mapping().columns().stream()
        .filter(column -> column.field().equals(field))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException(name() + " has no field " + field + " to search in"));
  }

  /** The order of its list when none is asked for: numbers from the last, codes from the first. */
  String sort() {
    return sort.orElseGet(() -> (isMaster() ? "" : "-") + mapping().field(key()));
  }

  /** The fields that the caller of this thread's request may not see in a company. */
  Set<String> hiddenIn(CompanyCode company) {
    return SensitiveFields.hidden(record, p -> Caller.current().may(company.value(), p));
  }

  /** Worked out when it is asked for first: records of kinds name kinds of each other. */
  RecordMapping<T> mapping() {
    RecordMapping<T> known = mapping;
    if (known == null) {
      known = RecordMapping.of(record, lines.keySet());
      mapping = known;
    }
    return known;
  }

  /** Collects what is to be known; all but {@link #numbered} has a default. */
  public static final class Builder<T extends Record> {
    private final Class<T> record;
    private final String domain;
    private final String type;
    private String title;
    private String table;
    private String prefix = "";
    private String listName;
    private String only = "true";
    private final Map<String, LineTable> lines = new LinkedHashMap<>();
    private List<String> searched = List.of();
    private Optional<String> sort = Optional.empty();
    private Function<T, List<Step>> steps = document -> List.of();
    private Optional<Teller<T>> teller = Optional.empty();
    private Optional<RegionOf> region = Optional.empty();

    private Builder(Class<T> record, String domain, String type) {
      this.record = record;
      this.domain = domain;
      this.type = type;
      String words = type.replace('-', ' ');
      this.title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
      this.table = domain + "." + type.replace('-', '_');
      this.listName =
          type.endsWith("y") ? type.substring(0, type.length() - 1) + "ies" : type + "s";
    }

    /** The prefix of its numbers: {@code ST} makes ST-000001. */
    public Builder<T> numbered(String first) {
      this.prefix = first;
      return this;
    }

    /** Its table, where that is not called like its type. */
    public Builder<T> storedIn(String name) {
      this.table = name;
      return this;
    }

    /** What is numbered only, and stands in no table. */
    public Builder<T> untabled() {
      return storedIn("");
    }

    /** The table of a list of records, and the column in it that names the document. */
    public Builder<T> lines(String component, String lineTable, String parent) {
      lines.put(component, new LineTable(lineTable, parent));
      return this;
    }

    /** The fields its list is searched in, as JSON names them; {@code lines.item} is any line's. */
    public Builder<T> searched(String... fields) {
      this.searched = List.of(fields);
      return this;
    }

    /** The order of its list when none is asked for: {@code -openedAt}. */
    public Builder<T> sorted(String by) {
      this.sort = Optional.of(by);
      return this;
    }

    /** Another document, of that type, whose events tell of this one as well; the column has it. */
    public Builder<T> toldBy(String other, String column, Function<T, ? extends Code> named) {
      this.teller = Optional.of(new Teller<>(other, column, named));
      return this;
    }

    /** The column that has its region. */
    public Builder<T> inRegion(String column) {
      this.region = Optional.of(RegionOf.row(column));
      return this;
    }

    /** Its region is that of a master, which the column names. */
    public Builder<T> inRegionOf(DocumentKind<?> master, String column) {
      this.region = master.region.map(of -> of.joined(master.table, master.key(), column));
      return this;
    }

    /** The acts of its state machine, possible or not. */
    public <A extends DocumentAct> Builder<T> steps(
        Function<T, ? extends DocumentState<A>> state, A[] acts) {
      return steps(acts, (document, act) -> state.apply(document).refusal(act, titleOf(document)));
    }

    /** The acts, and why one is not possible where more than the state decides that. */
    public <A extends DocumentAct> Builder<T> steps(
        A[] acts, BiFunction<T, A, Optional<String>> refusal) {
      this.steps = document -> Step.of(acts, act -> refusal.apply(document, act));
      return this;
    }

    /** Has one act, to be changed as a whole, which is possible at any time. */
    public Builder<T> changeable() {
      this.steps = document -> List.of(new Step("change", true, Optional.empty()));
      return this;
    }

    /** Which rows of the table are of the kind, as SQL, where other kinds share it. */
    public Builder<T> only(String condition) {
      this.only = condition;
      return this;
    }

    /** How its list is called in files, where that is not the plural of its type. */
    public Builder<T> listed(String name) {
      this.listName = name;
      return this;
    }

    private String titleOf(T document) {
      return title + " " + RecordMapping.of(record, lines.keySet()).number(document).value();
    }

    public DocumentKind<T> build() {
      return new DocumentKind<>(this);
    }
  }
}
