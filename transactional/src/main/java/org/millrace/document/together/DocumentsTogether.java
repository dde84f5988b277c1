package org.millrace.document.together;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.database.PutOff;
import org.millrace.database.Together;
import org.millrace.document.DocumentKind;
import org.millrace.document.Documents;
import org.millrace.document.Hindrance;
import org.millrace.document.Versioned;
import org.millrace.document.custom.CustomFields;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.number.DocumentNumbers;
import org.millrace.outbox.Events;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;

/**
 * The documents of one kind. Where acts are done together, what is made waits until all are done or
 * somebody asks for documents of the kind, masters are asked for once, and numbers come in blocks;
 * else all is as it is stored.
 */
public final class DocumentsTogether<T extends Record> implements Documents<T> {
  private final StoredDocuments<T> stored;
  private final DocumentNumbers numbers;
  private final Events events;
  private final CustomFields custom;
  private final Supplier<Stream<Hindrance>> hindrances;

  public DocumentsTogether(
      StoredDocuments<T> stored,
      DocumentNumbers numbers,
      Events events,
      CustomFields custom,
      Supplier<Stream<Hindrance>> hindrances) {
    this.stored = stored;
    this.numbers = numbers;
    this.events = events;
    this.custom = custom;
    this.hindrances = hindrances;
  }

  /** What one store puts off or keeps of acts together. */
  private record Key(Documents<?> store, Class<?> part) {}

  /** Counts what was written at once, which no act can take back. */
  private static final class Written implements Together.Part {
    private int count;

    @Override
    public Supplier<Boolean> mark() {
      int before = count;
      return () -> count == before;
    }

    @Override
    public void finish() {}
  }

  @Override
  public DocumentKind<T> kind() {
    return stored.kind();
  }

  @Override
  public Map<String, Map<String, String>> hindered(
      CompanyCode company, Collection<Versioned<T>> those) {
    Map<String, Map<String, String>> all = new HashMap<>();
    if (Together.running() != null) {
      return all;
    }
    hindrances
        .get()
        .filter(hindrance -> hindrance.kind().equals(kind()))
        .forEach(
            hindrance -> {
              List<String> asked =
                  those.stream()
                      .filter(one -> kind().allows(one.document(), hindrance.act()))
                      .map(one -> kind().numberOf(one.document()))
                      .toList();
              if (!asked.isEmpty()) {
                hindrance
                    .of(company, asked)
                    .forEach(
                        (number, why) ->
                            all.computeIfAbsent(number, n -> new HashMap<>())
                                .put(hindrance.act(), why));
              }
            });
    return all;
  }

  @Override
  public List<String> nextNumbers(CompanyCode company, List<LocalDate> days) {
    Together together = Together.running();
    if (together == null) {
      return stored.nextNumbers(company, days);
    }
    NumberBlocks blocks =
        together.part(
            new Key(this, NumberBlocks.class),
            () -> new NumberBlocks(kind(), numbers, together.expected()));
    return days.stream().map(day -> blocks.next(company, day)).toList();
  }

  @Override
  public Set<String> taken(CompanyCode company, Collection<String> wanted) {
    written();
    return stored.taken(company, wanted);
  }

  @Override
  public void add(List<Versioned<T>> made) {
    changing();
    stored.add(made);
  }

  @Override
  public void makeMissing(
      CompanyCode company, List<T> masters, Instant occurredAt, Happened<T> event) {
    changing();
    stored.makeMissing(company, masters, occurredAt, event);
  }

  @Override
  public List<Versioned<T>> change(List<Change<T>> changes) {
    changing();
    return stored.change(changes);
  }

  @Override
  public Versioned<T> change(Versioned<T> before, T after, Instant occurredAt, Happened<T> event) {
    changing();
    return stored.change(before, after, occurredAt, event);
  }

  /** Before something is written at once: what waits goes before it. */
  private void changing() {
    Together together = Together.running();
    if (together != null) {
      waiting(together).write();
      known(together).forget();
      together.part(new Key(this, Written.class), Written::new).count++;
    }
  }

  private void written() {
    Together together = Together.running();
    if (together != null) {
      waiting(together).write();
    }
  }

  private PutOff<Versioned<T>> waiting(Together together) {
    return together.part(
        new Key(this, PutOff.class),
        () -> PutOff.<Versioned<T>>until(made -> write(made, together)));
  }

  private void write(List<Versioned<T>> made, Together together) {
    if (kind().isMaster()) {
      made.stream()
          .collect(Collectors.groupingBy(Versioned::company))
          .forEach(
              (company, those) ->
                  stored.refuseAlike(company, those.stream().map(Versioned::document).toList()));
    }
    stored.add(made);
    known(together).forget();
    codes(together).clear();
  }

  private WaitingCodes codes(Together together) {
    return together.part(new Key(this, WaitingCodes.class), WaitingCodes::new);
  }

  private Known<T> known(Together together) {
    return together.part(new Key(this, Known.class), Known::new);
  }

  @Override
  public List<Versioned<T>> find(CompanyCode company, Collection<? extends Code> wanted) {
    Together together = Together.running();
    if (together == null || !kind().isMaster() || !kind().areAllSeen(company)) {
      written();
      return stored.find(company, wanted);
    }
    WaitingCodes codes = codes(together);
    if (wanted.stream().anyMatch(code -> codes.hasAlike(code.value()))) {
      waiting(together).write();
    }
    return known(together)
        .find(company, wanted, missing -> stored.find(company, missing), kind()::numberOf);
  }

  @Override
  public List<Versioned<T>> lock(CompanyCode company, Collection<? extends Code> wanted) {
    written();
    return stored.lock(company, wanted);
  }

  @Override
  public Instant lastMoment(Versioned<T> document) {
    written();
    return stored.lastMoment(document);
  }

  @Override
  public List<Versioned<T>> having(CompanyCode company, Map<String, String> values) {
    written();
    Together together = Together.running();
    if (together == null || !kind().isMaster() || !kind().areAllSeen(company)) {
      return stored.having(company, values);
    }
    return known(together).having(company, values, () -> stored.having(company, values));
  }

  @Override
  public ListAnswer<Versioned<T>> page(CompanyCode company, ListRequest request) {
    written();
    return stored.page(company, request);
  }

  @Override
  public Versioned<T> make(CompanyCode company, T document, Instant occurredAt, Happened<T> event) {
    Together together = Together.running();
    if (together == null) {
      return stored.make(company, document, occurredAt, event);
    }
    if (kind().isMaster()) {
      refuseAlike(together, company, document);
    }
    Versioned<T> made = Versioned.first(company, document).with(custom.ofNew(company, kind()));
    waiting(together).add(List.of(made));
    if (kind().isMaster()) {
      codes(together).add(kind().numberOf(document));
    }
    events.publish(List.of(event.apply(kind().head(made, occurredAt), document)));
    return made;
  }

  /** Those that are stored with other small and capital letters are found when all is written. */
  private void refuseAlike(Together together, CompanyCode company, T master) {
    String code = kind().numberOf(master);
    boolean isAlike = codes(together).hasAlike(code);
    if (isAlike) {
      waiting(together).write();
    }
    if (isAlike || !find(company, List.<Code>of(() -> code)).isEmpty()) {
      stored.refuseAlike(company, List.of(master));
    }
  }
}
