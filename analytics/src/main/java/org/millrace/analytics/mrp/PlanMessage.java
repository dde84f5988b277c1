package org.millrace.analytics.mrp;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.Receipt;
import org.millrace.analytics.mrp.facts.Rejection;

/**
 * Something a planner has to decide on: what, of which item, which document, how much, and from
 * which day to which it moves, or which rejection leaves it without supply.
 */
public record PlanMessage(
    Kind kind,
    String item,
    String document,
    Optional<DocumentType> documentType,
    double quantity,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<Rejection> rejection) {

  /** Most urgent first. */
  public enum Kind {
    /** The demand's day is over; it is planned for today. */
    PAST_DUE("is past due since %2$s", "已于%2$s到期"),
    /** Not all of the demand can be there when it is due. */
    LATE("is due on %2$s and can be there on %3$s", "应于%2$s备齐，最早%3$s可备齐"),
    /** A planner rejected what the demand needs. */
    REJECTED(
        "lacks %1$s from %2$s on, as %6$s rejected %4$s of %5$s (%7$s): reopen that proposal, or"
            + " move or cancel what needs it",
        "自%2$s起缺%1$s：%6$s拒绝了物料%5$s的建议%4$s（%7$s）。请重新开放该建议，或推迟、取消该需求"),
    /** The proposal should have started before today. */
    EXPEDITE(
        "is needed on %2$s and can be there on %3$s if started today", "%2$s需要，即使今天开始，也要到%3$s才有"),
    /** The proposal would have to start in the frozen zone. */
    FROZEN(
        "is needed on %2$s, may start after the frozen zone only and can be there on %3$s",
        "%2$s需要，只能在冻结期之后开始，%3$s才有"),
    /** A receipt did not come when it was due; it is expected today. */
    OVERDUE_RECEIPT("was due on %2$s and has not come", "应于%2$s到货，至今未到"),
    /** A receipt is needed sooner. */
    RESCHEDULE_IN("is due on %2$s and needed on %3$s: pull it in", "定于%2$s到货，%3$s就需要：请提前"),
    /** A receipt is needed later. */
    RESCHEDULE_OUT("is due on %2$s and needed on %3$s only: put it off", "定于%2$s到货，%3$s才需要：请推迟"),
    /** Nothing in the plan needs this much of a receipt. */
    SURPLUS("brings %1$s that nothing in the plan needs", "将到货%1$s，计划中无此需求"),
    /** An item is to be made and has no bill. */
    NO_BILL("is to be made, %1$s, and has no bill of material", "需自制%1$s，但没有物料清单"),
    /** A document or bill names an item that is not planned. */
    UNKNOWN_ITEM("names an item that is not planned", "涉及未纳入计划的物料"),
    /** Due after the end of the plan and left out of it. */
    BEYOND_HORIZON("is due on %2$s, after the end of the plan", "到期日%2$s在计划期之后");

    private final String words;
    private final String chinese;

    Kind(String words, String chinese) {
      this.words = words;
      this.chinese = chinese;
    }
  }

  /** What kind of document it is, where people have one. */
  public enum DocumentType {
    SALES_ORDER,
    PURCHASE_ORDER,
    WORK_ORDER
  }

  static final Comparator<PlanMessage> ORDER =
      Comparator.comparing(PlanMessage::kind)
          .thenComparing(PlanMessage::item)
          .thenComparing(PlanMessage::document)
          .thenComparing(message -> message.from().orElse(LocalDate.MIN))
          .thenComparing(message -> message.to().orElse(LocalDate.MIN))
          .thenComparing(message -> message.rejection().map(Rejection::proposal).orElse(""))
          .thenComparing(PlanMessage::quantity);

  static PlanMessage of(Kind kind, String item, String document, double quantity) {
    return new PlanMessage(
        kind,
        item,
        document,
        Optional.empty(),
        quantity,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  PlanMessage moved(LocalDate fromDay, LocalDate toDay) {
    return new PlanMessage(
        kind,
        item,
        document,
        documentType,
        quantity,
        Optional.of(fromDay),
        Optional.of(toDay),
        rejection);
  }

  PlanMessage because(Rejection of, LocalDate fromDay) {
    return new PlanMessage(
        kind, item, document, documentType, quantity, Optional.of(fromDay), to, Optional.of(of));
  }

  /** The same of a document that people know by another name. */
  public PlanMessage about(String other) {
    return new PlanMessage(kind, item, other, documentType, quantity, from, to, rejection);
  }

  PlanMessage as(Kind other) {
    return new PlanMessage(other, item, document, documentType, quantity, from, to, rejection);
  }

  PlanMessage on(Demand demand) {
    return on(
        switch (demand.kind()) {
          case SALES_ORDER -> Optional.of(DocumentType.SALES_ORDER);
          case WORK_ORDER -> Optional.of(DocumentType.WORK_ORDER);
          case OTHER, FORECAST -> Optional.empty();
        });
  }

  PlanMessage on(Receipt receipt) {
    return on(
        switch (receipt.kind()) {
          case PURCHASE_ORDER -> Optional.of(DocumentType.PURCHASE_ORDER);
          case WORK_ORDER -> Optional.of(DocumentType.WORK_ORDER);
          case FIRM_PROPOSAL -> Optional.empty();
        });
  }

  private PlanMessage on(Optional<DocumentType> of) {
    return new PlanMessage(kind, item, document, of, quantity, from, to, rejection);
  }

  /** The message in a sentence. */
  public String text() {
    String start = document.equals(item) ? "Item %s ".formatted(item) : "%s of %s ";
    return start.formatted(document, item) + filled(kind.words) + ".";
  }

  /** The message in a Chinese sentence. */
  public String chineseText() {
    String start = document.equals(item) ? "物料%s".formatted(item) : "%s（物料%s）";
    return start.formatted(document, item) + filled(kind.chinese) + "。";
  }

  private String filled(String words) {
    String amount = String.format(Locale.ROOT, "%.6f", quantity).replaceFirst("\\.?0+$", "");
    return words.formatted(
        amount,
        from.orElse(null),
        to.orElse(null),
        rejection.map(Rejection::proposal).orElse(""),
        rejection.map(Rejection::item).orElse(""),
        rejection.map(Rejection::by).orElse(""),
        rejection.flatMap(Rejection::note).orElse("-"));
  }
}
