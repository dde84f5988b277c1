package org.millrace.stock.count;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.stock.LocationCode;
import org.millrace.stock.count.Count.Line;

/** Makes sheets, takes in what was found, books the differences and takes them back. */
final class CountGoods {
  private final Documents<Count> counts;
  private final Companies companies;
  private final CountSheet sheet;
  private final BookDifferences book;

  CountGoods(Documents<Count> counts, Companies companies, CountSheet sheet, BookDifferences book) {
    this.counts = counts;
    this.companies = companies;
    this.sheet = sheet;
    this.book = book;
  }

  /** The sheet; all that lies at the location is to be counted when no line is named. */
  Versioned<Count> draft(
      CompanyCode company, LocationCode location, CountSheet.Found found, Instant occurredAt) {
    Currency currency = companies.named(company).currency();
    Count count =
        Count.drafted(
            nextNumber(company, occurredAt),
            location,
            found.note(),
            sheet.lines(
                company, location, found.lines(), occurredAt, "The count cannot be made so"),
            new Count.Drafted(occurredAt, currency, Optional.empty()));
    return counts.make(company, count, occurredAt, CountDrafted::new);
  }

  /** What lay there at that moment, found and booked. */
  Versioned<Count> change(Versioned<Count> before, CountSheet.Found found, Instant occurredAt) {
    Count count = before.document();
    String title = Count.KIND.titled(count.number()) + " cannot be changed so";
    List<Line> lines =
        sheet.lines(before.company(), count.location(), found.lines(), occurredAt, title);
    return counts.change(before, count.changed(found.note(), lines), occurredAt, CountChanged::new);
  }

  Versioned<Count> post(Versioned<Count> before, Instant occurredAt) {
    Count count = before.document();
    List<Line> booked = book.booked(before.company(), count, occurredAt);
    return counts.change(before, count.posted(occurredAt, booked), occurredAt, CountPosted::new);
  }

  Versioned<Count> cancel(Versioned<Count> before, Instant occurredAt) {
    return counts.change(before, before.document().cancelled(), occurredAt, CountCancelled::new);
  }

  /** Posts the count that takes the differences back, and returns it. */
  Versioned<Count> reverse(Versioned<Count> before, String reason, Instant occurredAt) {
    CompanyCode company = before.company();
    Count count = before.document();
    new Problems()
        .require(!reason.isBlank(), "reason", reason, "why it is taken back")
        .refuse(Count.KIND.titled(count.number()) + " cannot be reversed");
    CountNumber number = nextNumber(company, occurredAt);
    Count after = count.reversed(number, occurredAt);
    Count back =
        Count.drafted(
            number,
            count.location(),
            count.note(),
            sheet.back(company, count, occurredAt),
            new Count.Drafted(occurredAt, count.currency(), Optional.of(count.number())));
    List<Line> booked = book.booked(company, back, occurredAt);
    counts.change(
        before, after, occurredAt, (head, now) -> new CountReversed(head, now, reason.strip()));
    return counts.make(company, back.posted(occurredAt, booked), occurredAt, CountPosted::new);
  }

  private CountNumber nextNumber(CompanyCode company, Instant occurredAt) {
    return new CountNumber(counts.nextNumber(company, companies.dayOf(company, occurredAt)));
  }
}
