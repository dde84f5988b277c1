package org.millrace.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.Version;

/**
 * The documents of one kind, of all companies. A document is locked before it is changed, so that
 * two changes of it follow each other; who names the version that the change was decided on is
 * refused when there is a newer one. Every verb of this type needs a running transaction.
 *
 * @param <T> the record of the document
 */
public interface Documents<T extends Record> {
  /** What the kernel knows of the kind. */
  DocumentKind<T> kind();

  /**
   * The next number of the company for a document of that day, without gaps; free again when the
   * transaction fails.
   */
  default String nextNumber(CompanyCode company, LocalDate day) {
    return nextNumbers(company, List.of(day)).get(0);
  }

  /** The next number for a document of each of these days, in their order. */
  List<String> nextNumbers(CompanyCode company, List<LocalDate> days);

  /** Those of the numbers that documents have already. */
  Set<String> taken(CompanyCode company, Collection<String> numbers);

  /** Stores new documents. */
  void add(List<Versioned<T>> made);

  /**
   * Stores masters whose codes are new and publishes the event of each; those that are there stay
   * as they are. However many there are, this is one statement for them and one for the lines of
   * each list.
   */
  void makeMissing(CompanyCode company, List<T> masters, Instant occurredAt, Happened<T> event);

  /**
   * Stores changed documents with those of their lines that are new, changed or gone.
   *
   * @throws org.millrace.shared.Refused as stale when one was changed since it was read
   */
  List<Versioned<T>> change(List<Change<T>> changes);

  /** One document as it was read and as it is to be. */
  record Change<T>(Versioned<T> before, T after) {}

  /** The documents that exist among these, in the order of their numbers. */
  List<Versioned<T>> find(CompanyCode company, Collection<? extends Code> numbers);

  /** The same, locked until the transaction ends. */
  List<Versioned<T>> lock(CompanyCode company, Collection<? extends Code> numbers);

  /**
   * The moment at which the last act on it happened; the first moment of all where no act is told.
   */
  Instant lastMoment(Versioned<T> document);

  /** Those that have these values in these fields, in the order of their numbers. */
  List<Versioned<T>> having(CompanyCode company, Map<String, String> values);

  /**
   * What keeps these from acts that their own state allows: the reasons by act, by number. Those
   * that are made together are not asked for.
   */
  default Map<String, Map<String, String>> hindered(
      CompanyCode company, Collection<Versioned<T>> those) {
    return Map.of();
  }

  /** A page of the list, narrowed and sorted as asked. */
  ListAnswer<Versioned<T>> page(CompanyCode company, ListRequest request);

  /**
   * One document.
   *
   * @throws org.millrace.shared.Refused as not found
   */
  default Versioned<T> named(CompanyCode company, Code number) {
    return one(find(company, List.of(number)), company, number);
  }

  /**
   * One document, locked, that a change was decided on.
   *
   * @throws org.millrace.shared.Refused as stale when it no longer has that version
   */
  default Versioned<T> locked(CompanyCode company, Code number, Version expected) {
    Versioned<T> found = one(lock(company, List.of(number)), company, number);
    expected.check(kind().titled(number), found.version().number());
    return found;
  }

  private Versioned<T> one(List<Versioned<T>> found, CompanyCode company, Code number) {
    return found.stream().findFirst().orElseThrow(() -> kind().notFound(company, number));
  }

  /**
   * Stores one new document and publishes the event of it.
   *
   * @throws org.millrace.shared.Refused as conflict when it is a master and another has its code,
   *     in capital or small letters
   */
  Versioned<T> make(CompanyCode company, T document, Instant occurredAt, Happened<T> event);

  /** Stores one changed document and publishes the event of it. */
  Versioned<T> change(Versioned<T> before, T after, Instant occurredAt, Happened<T> event);

  /** The event of an act, from its head and the document as it is afterwards. */
  interface Happened<T> extends BiFunction<EventHead, T, DomainEvent> {}
}
