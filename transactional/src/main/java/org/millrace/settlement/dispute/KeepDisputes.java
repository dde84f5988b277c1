package org.millrace.settlement.dispute;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.list.ListRequest;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.Companies;
import org.millrace.settlement.ItemRef;
import org.millrace.settlement.OpenItem;
import org.millrace.settlement.item.OpenItems;
import org.millrace.settlement.item.SettleItems;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Opens disputes about open items, changes them, and closes them. */
final class KeepDisputes {
  private final Companies companies;
  private final Documents<Dispute> disputes;
  private final OpenItems open;
  private final SettleItems items;
  private final CreditNotes notes;

  KeepDisputes(
      Companies companies,
      Documents<Dispute> disputes,
      OpenItems open,
      SettleItems items,
      CreditNotes notes) {
    this.companies = companies;
    this.disputes = disputes;
    this.open = open;
    this.items = items;
    this.notes = notes;
  }

  Versioned<Dispute> open(
      CompanyCode company, ItemRef ref, Dispute.Claim claim, Instant occurredAt) {
    OpenItem item = held(company, ref);
    LocalDate day = companies.dayOf(company, occurredAt);
    DocumentNumber number = new DocumentNumber(disputes.nextNumber(company, day));
    Dispute dispute =
        Dispute.opened(number, item, disputed(company, item, Optional.empty()), claim, day);
    return disputes.make(company, dispute, occurredAt, DisputeChanged::new);
  }

  Versioned<Dispute> change(Versioned<Dispute> before, Dispute.Claim claim, Instant occurredAt) {
    Dispute dispute = before.document();
    dispute.status().require(DisputeStatus.Act.CHANGE, Dispute.KIND.titled(dispute.number()));
    OpenItem item = held(before.company(), new ItemRef(dispute.itemKind(), dispute.item()));
    Money others = disputed(before.company(), item, Optional.of(dispute.number()));
    return stored(before, dispute.changed(item, others, claim), occurredAt);
  }

  /**
   * The dispute, resolved by a credit note to its party.
   *
   * @throws Refused as invalid when there is no such note, or it credits another invoice
   */
  Versioned<Dispute> resolve(Versioned<Dispute> before, String note, Instant occurredAt) {
    Dispute dispute = before.document();
    Dispute after = dispute.resolved(note, companies.dayOf(before.company(), occurredAt));
    new Problems()
        .require(
            notes.resolve(before.company(), dispute, note),
            "creditNote",
            note,
            "a credit note of " + dispute.party() + " for " + dispute.item())
        .refuse(Dispute.KIND.titled(dispute.number()) + " cannot be resolved so");
    return stored(before, after, occurredAt);
  }

  Versioned<Dispute> reject(Versioned<Dispute> before, String answer, Instant occurredAt) {
    LocalDate day = companies.dayOf(before.company(), occurredAt);
    return stored(before, before.document().rejected(answer, day), occurredAt);
  }

  private Versioned<Dispute> stored(Versioned<Dispute> before, Dispute after, Instant occurredAt) {
    return disputes.change(before, after, occurredAt, DisputeChanged::new);
  }

  /** The item, locked, so that two disputes of it follow each other. */
  private OpenItem held(CompanyCode company, ItemRef ref) {
    items.hold(company, List.of(ref));
    return open.page(company, ListRequest.having(Map.of("kind", word(ref), "number", ref.number())))
        .first()
        .orElseThrow(
            () ->
                Refused.conflict(
                    "Nothing is open of %s, so nothing of it is disputed.".formatted(ref)));
  }

  private static String word(ItemRef ref) {
    return ref.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Money disputed(CompanyCode company, OpenItem item, Optional<DocumentNumber> but) {
    return disputes
        .having(
            company, Map.of("item", item.number(), "itemKind", word(item.ref()), "status", "open"))
        .stream()
        .map(Versioned::document)
        .filter(dispute -> but.filter(dispute.number()::equals).isEmpty())
        .map(Dispute::amount)
        .reduce(Money.zero(item.currency()), Money::plus);
  }
}
