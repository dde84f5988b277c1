package org.millrace.stock.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.Stock;
import org.millrace.stock.location.Places;

/** Drafts transfers and moves their goods; what is reserved for open documents stays. */
final class TransferGoods {
  private final Documents<Transfer> transfers;
  private final Companies companies;
  private final Places places;
  private final Stock stock;

  TransferGoods(Documents<Transfer> transfers, Companies companies, Places places, Stock stock) {
    this.transfers = transfers;
    this.companies = companies;
    this.places = places;
    this.stock = stock;
  }

  /** What somebody wants to go where. */
  record Wanted(
      LocationCode fromLocation,
      LocationCode toLocation,
      Optional<String> note,
      List<WantedLine> lines) {}

  /** How much of an item, and of which lot where lots are kept. */
  record WantedLine(ItemCode item, Quantity quantity, Optional<LotCode> lot) {}

  Versioned<Transfer> draft(CompanyCode company, Wanted wanted, Instant occurredAt) {
    Transfer.Request request = request(company, wanted, "The transfer cannot be made so");
    Transfer transfer = Transfer.drafted(nextNumber(company, occurredAt), request, occurredAt);
    return transfers.make(company, transfer, occurredAt, TransferDrafted::new);
  }

  Versioned<Transfer> change(Versioned<Transfer> before, Wanted wanted, Instant occurredAt) {
    String title = Transfer.KIND.titled(before.document().number()) + " cannot be changed so";
    Transfer after = before.document().changed(request(before.company(), wanted, title));
    return transfers.change(before, after, occurredAt, TransferChanged::new);
  }

  /**
   * Moves the goods.
   *
   * @throws org.millrace.shared.Refused as conflict when more would leave than is there or than is
   *     not reserved, unless the company allows negative stock
   */
  Versioned<Transfer> post(Versioned<Transfer> before, Instant occurredAt) {
    Transfer after = before.document().posted(occurredAt);
    stock.move(before.company(), List.of(after.move(occurredAt)));
    return transfers.change(before, after, occurredAt, TransferPosted::new);
  }

  Versioned<Transfer> cancel(Versioned<Transfer> before, Instant occurredAt) {
    Transfer after = before.document().cancelled();
    return transfers.change(before, after, occurredAt, TransferCancelled::new);
  }

  /** Posts the transfer that takes the goods back, and returns it. */
  Versioned<Transfer> reverse(Versioned<Transfer> before, String reason, Instant occurredAt) {
    CompanyCode company = before.company();
    new Problems()
        .require(!reason.isBlank(), "reason", reason, "why it is taken back")
        .refuse(Transfer.KIND.titled(before.document().number()) + " cannot be reversed");
    Transfer back = before.document().back(nextNumber(company, occurredAt), occurredAt);
    Transfer after = before.document().reversed(back);
    stock.move(company, List.of(back.move(occurredAt)));
    transfers.change(
        before,
        after,
        occurredAt,
        (head, transfer) -> new TransferReversed(head, transfer, reason.strip()));
    return transfers.make(company, back.posted(occurredAt), occurredAt, TransferPosted::new);
  }

  private TransferNumber nextNumber(CompanyCode company, Instant occurredAt) {
    return new TransferNumber(transfers.nextNumber(company, companies.dayOf(company, occurredAt)));
  }

  private Transfer.Request request(CompanyCode company, Wanted wanted, String title) {
    Problems problems = new Problems();
    places.requireLocation(company, "fromLocation", wanted.fromLocation(), problems);
    places.requireLocation(company, "toLocation", wanted.toLocation(), problems);
    List<ItemCode> items = wanted.lines().stream().map(WantedLine::item).toList();
    List<String> names = places.namesOfStocked(company, items, problems);
    problems.refuse(title);
    List<Transfer.Line> lines = new ArrayList<>();
    for (WantedLine line : wanted.lines()) {
      int at = lines.size();
      lines.add(new Transfer.Line(at + 1, line.item(), names.get(at), line.quantity(), line.lot()));
    }
    return new Transfer.Request(wanted.fromLocation(), wanted.toLocation(), wanted.note(), lines);
  }
}
