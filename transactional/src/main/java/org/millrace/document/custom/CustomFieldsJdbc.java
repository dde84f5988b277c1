package org.millrace.document.custom;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.millrace.document.DocumentKind;
import org.millrace.document.Versioned;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Declared fields in a table of their own; values as JSON in the table of their documents. */
@Component
class CustomFieldsJdbc implements CustomFields {
  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
  private static final String TITLE = "The document does not fit its custom fields";
  private static final int MOST = 100;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final ObjectProvider<CustomReferences> references;
  private final Map<Key, List<CustomField>> known = new ConcurrentHashMap<>();
  private final Map<String, Boolean> kept = new ConcurrentHashMap<>();

  CustomFieldsJdbc(JdbcClient jdbc, JsonMapper json, ObjectProvider<CustomReferences> references) {
    this.jdbc = jdbc;
    this.json = json;
    this.references = references;
  }

  private record Key(CompanyCode company, String kind) {}

  /** What a request gives documents of a kind. */
  private record Given(String kind, Optional<Map<String, String>> values) {
    static final String NAME = Given.class.getName();
  }

  @Override
  public List<CustomField> of(CompanyCode company, DocumentKind<?> kind) {
    return known.computeIfAbsent(
        new Key(company, kind.name()),
        key ->
            jdbc.sql(
                    """
                    select declared::text from document.custom_field
                    where company = ? and kind = ? order by position
                    """)
                .params(company.value(), kind.name())
                .query((row, n) -> json.readValue(row.getString(1), CustomField.class))
                .list());
  }

  @Override
  public CustomField declare(CompanyCode company, DocumentKind<?> kind, CustomField field) {
    Key key = new Key(company, kind.name());
    List<CustomField> before = of(company, kind);
    before.stream()
        .filter(other -> other.name().equals(field.name()) && other.type() != field.type())
        .findFirst()
        .ifPresent(other -> refuseType(field, other));
    if (before.size() >= MOST && before.stream().noneMatch(f -> f.name().equals(field.name()))) {
      throw Refused.conflict("A kind of document has at most " + MOST + " custom fields.");
    }
    jdbc.sql(
            """
            insert into document.custom_field(company, kind, name, declared)
            values (?, ?, ?, ?::jsonb)
            on conflict (company, kind, name) do update set declared = excluded.declared
            """)
        .params(company.value(), kind.name(), field.name(), json.writeValueAsString(field))
        .update();
    forgetAfterwards(key);
    return field;
  }

  private static void refuseType(CustomField field, CustomField before) {
    throw Refused.conflict(
        "%s is a %s and documents may have values: retire it and declare another one."
            .formatted(field.field(), before.type().name().toLowerCase(Locale.ROOT)));
  }

  /** Whoever reads in between finds what was declared before. */
  private void forgetAfterwards(Key key) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            known.remove(key);
          }
        });
  }

  @Override
  public boolean areKept(DocumentKind<?> kind) {
    return !kind.table().isEmpty() && kept.computeIfAbsent(kind.table(), this::hasColumn);
  }

  private boolean hasColumn(String table) {
    return jdbc.sql(
            """
            select exists (select 1 from pg_attribute where attrelid = ?::regclass
              and attname = 'custom' and not attisdropped)
            """)
        .param(table)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void keep(DocumentKind<?> kind) {
    boolean isTable =
        jdbc.sql("select relkind in ('r', 'p') from pg_class where oid = ?::regclass")
            .param(kind.table())
            .query(Boolean.class)
            .single();
    if (isTable && !hasColumn(kind.table())) {
      jdbc.sql("alter table %s add column custom jsonb".formatted(kind.table())).update();
    }
    kept.remove(kind.table());
  }

  @Override
  public void give(DocumentKind<?> kind, Optional<Map<String, String>> values) {
    request()
        .ifPresent(
            request ->
                request.setAttribute(
                    Given.NAME, new Given(kind.name(), values), RequestAttributes.SCOPE_REQUEST));
  }

  private static Optional<RequestAttributes> request() {
    return Optional.ofNullable(RequestContextHolder.getRequestAttributes());
  }

  /** Once: the next document of the kind in the same request is another one. */
  private Optional<Given> taken(DocumentKind<?> kind) {
    Optional<Given> given =
        request()
            .map(r -> (Given) r.getAttribute(Given.NAME, RequestAttributes.SCOPE_REQUEST))
            .filter(one -> one.kind().equals(kind.name()));
    given.ifPresent(
        one ->
            request().orElseThrow().removeAttribute(Given.NAME, RequestAttributes.SCOPE_REQUEST));
    return given;
  }

  @Override
  public Map<String, Object> ofNew(CompanyCode company, DocumentKind<?> kind) {
    return taken(kind)
        .map(
            given -> {
              Map<String, String> values = given.values().orElse(Map.of());
              Problems problems = new Problems();
              CustomCheck.requireAll(of(company, kind), values, problems);
              return checked(company, kind, values, Map.of(), problems);
            })
        .orElse(Map.of());
  }

  @Override
  public Optional<Map<String, Object>> ofChanged(Versioned<?> before, DocumentKind<?> kind) {
    return taken(kind)
        .flatMap(Given::values)
        .map(
            values -> {
              Problems problems = new Problems();
              CustomCheck.requireAll(of(before.company(), kind), values, problems);
              return checked(before.company(), kind, values, before.custom(), problems);
            });
  }

  private Map<String, Object> checked(
      CompanyCode company,
      DocumentKind<?> kind,
      Map<String, String> given,
      Map<String, Object> before,
      Problems problems) {
    List<CustomField> fields = of(company, kind);
    Map<String, Object> values = CustomCheck.of(fields, given, before, problems);
    for (CustomField field : fields) {
      Object value = values.get(field.name());
      if (field.type().isReference() && value != null && given.containsKey(field.name())) {
        boolean isKnown =
            references.stream()
                .anyMatch(known -> known.isKnown(company, field.type(), value.toString()));
        String expected = "a registered " + field.type().name().toLowerCase(Locale.ROOT);
        problems.require(isKnown, field.field(), value, expected);
      }
    }
    problems.refuse(TITLE);
    return values;
  }

  @Override
  public Map<String, Object> read(@Nullable String stored) {
    return stored == null ? Map.of() : json.readValue(stored, VALUES);
  }

  @Override
  public @Nullable String stored(Map<String, Object> values) {
    return values.isEmpty() ? null : json.writeValueAsString(values);
  }
}
