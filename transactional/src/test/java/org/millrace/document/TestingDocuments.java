package org.millrace.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.mapping.RecordMapping;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.Refused;

/** The documents of one kind and one company in memory, and the events told of them. */
public final class TestingDocuments<T extends Record> implements Documents<T> {
  private final DocumentKind<T> kind;
  private final Map<String, Versioned<T>> stored = new TreeMap<>();
  private final List<DomainEvent> told = new ArrayList<>();
  private int numbered;

  public TestingDocuments(DocumentKind<T> kind) {
    this.kind = kind;
  }

  /** All events, the first of them first. */
  public List<DomainEvent> told() {
    return List.copyOf(told);
  }

  /** All documents, by number. */
  public List<T> stored() {
    return stored.values().stream().map(Versioned::document).toList();
  }

  @Override
  public DocumentKind<T> kind() {
    return kind;
  }

  @Override
  public List<String> nextNumbers(CompanyCode company, List<LocalDate> days) {
    return days.stream().map(day -> "%s-%06d".formatted(kind.prefix(), ++numbered)).toList();
  }

  @Override
  public Set<String> taken(CompanyCode company, Collection<String> numbers) {
    return numbers.stream().filter(stored::containsKey).collect(Collectors.toSet());
  }

  @Override
  public void add(List<Versioned<T>> made) {
    made.forEach(document -> stored.put(kind.numberOf(document.document()), document));
  }

  @Override
  public void makeMissing(
      CompanyCode company, List<T> masters, Instant occurredAt, Happened<T> event) {
    masters.stream()
        .filter(master -> !stored.containsKey(kind.numberOf(master)))
        .forEach(master -> make(company, master, occurredAt, event));
  }

  @Override
  public List<Versioned<T>> change(List<Change<T>> changes) {
    return changes.stream().map(this::changed).toList();
  }

  private Versioned<T> changed(Change<T> change) {
    String number = kind.numberOf(change.after());
    Versioned<T> now = Optional.ofNullable(stored.get(number)).orElseThrow();
    if (!now.version().equals(change.before().version())) {
      throw Refused.stale(number);
    }
    Versioned<T> next = now.next(change.after());
    stored.put(number, next);
    return next;
  }

  @Override
  public List<Versioned<T>> find(CompanyCode company, Collection<? extends Code> numbers) {
    Set<String> wanted = numbers.stream().map(Code::value).collect(Collectors.toSet());
    return stored.values().stream()
        .filter(document -> wanted.contains(kind.numberOf(document.document())))
        .toList();
  }

  @Override
  public List<Versioned<T>> lock(CompanyCode company, Collection<? extends Code> numbers) {
    return find(company, numbers);
  }

  @Override
  public Instant lastMoment(Versioned<T> document) {
    return told.stream()
        .map(DomainEvent::head)
        .filter(head -> head.aggregateId().equals(kind.aggregateId(document)))
        .map(EventHead::occurredAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  @Override
  public List<Versioned<T>> having(CompanyCode company, Map<String, String> values) {
    return stored.values().stream()
        .filter(
            document ->
                values.entrySet().stream()
                    .allMatch(e -> e.getValue().equals(value(document.document(), e.getKey()))))
        .toList();
  }

  private Object value(T document, String field) {
    RecordMapping<T> mapping = kind.mapping();
    return mapping.values(document).get(mapping.columns().indexOf(mapping.column(field)));
  }

  @Override
  public ListAnswer<Versioned<T>> page(CompanyCode company, ListRequest request) {
    throw new UnsupportedOperationException("lists are narrowed by SQL");
  }

  @Override
  public Versioned<T> make(CompanyCode company, T document, Instant occurredAt, Happened<T> event) {
    Versioned<T> made = Versioned.first(company, document);
    add(List.of(made));
    told.add(event.apply(kind.head(made, occurredAt), document));
    return made;
  }

  @Override
  public Versioned<T> change(Versioned<T> before, T after, Instant occurredAt, Happened<T> event) {
    Versioned<T> changed = changed(new Change<>(before, after));
    told.add(event.apply(kind.head(changed, occurredAt), after));
    return changed;
  }
}
