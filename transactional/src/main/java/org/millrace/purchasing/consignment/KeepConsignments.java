package org.millrace.purchasing.consignment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.millrace.currency.AskedCurrency;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.Role;
import org.millrace.purchasing.Demand;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.Supplier;
import org.millrace.purchasing.consignment.ConsignmentStatus.Act;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.stock.Location;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;

/** Notes goods that suppliers leave here, takes them over, gives them back and returns them. */
final class KeepConsignments {
  private static final String TITLE = "The consignment cannot be received so";

  private final Documents<Consignment> consignments;
  private final Masters masters;
  private final BuyConsigned goods;

  KeepConsignments(Documents<Consignment> consignments, Masters masters, BuyConsigned goods) {
    this.consignments = consignments;
    this.masters = masters;
    this.goods = goods;
  }

  /** What consignments name. */
  record Masters(
      Companies companies, Parties parties, Items items, Documents<Location> locations) {}

  /** So many of an item in its own unit, at a price of one; of a lot where lots are kept. */
  record CameLine(
      ItemCode item,
      Quantity quantity,
      @Amount(in = "priceCurrency") BigDecimal unitPrice,
      Optional<LotCode> lot,
      Optional<LocalDate> expiresOn) {}

  /** What a supplier left where; prices in the currency of the company where none is named. */
  record Came(
      PartyCode supplier,
      Optional<LocationCode> location,
      Optional<Currency> priceCurrency,
      Optional<String> note,
      List<CameLine> lines) {}

  /** How much of a line. */
  record Part(int line, Quantity quantity) {}

  Versioned<Consignment> receive(CompanyCode company, Came came, Happened happened) {
    LocalDate day = masters.companies().dayOf(company, happened.occurredAt());
    Problems problems = new Problems();
    Party party = masters.parties().named(company, came.supplier());
    problems.require(
        party.actsAs(Role.SUPPLIER), "supplier", came.supplier(), "a party with the role supplier");
    LocationCode location = came.location().orElse(LocationCode.MAIN);
    problems.require(
        !masters.locations().find(company, List.of(location)).isEmpty(),
        "location",
        location,
        "a location of the company");
    List<Consignment.Line> lines = lines(company, came.lines(), problems);
    problems.refuse(TITLE);
    Currency currency =
        came.priceCurrency().orElseGet(() -> masters.companies().named(company).currency());
    Consignment.Came sound =
        new Consignment.Came(Supplier.of(party), location, currency, lines, came.note());
    ConsignmentNumber number = new ConsignmentNumber(consignments.nextNumber(company, day));
    return consignments.make(
        company,
        Consignment.received(number, sound, day),
        happened.occurredAt(),
        ConsignmentReceived::new);
  }

  private List<Consignment.Line> lines(
      CompanyCode company, List<CameLine> came, Problems problems) {
    List<ItemCode> codes = came.stream().map(CameLine::item).distinct().toList();
    Map<ItemCode, Item> known = masters.items().named(company, codes);
    List<Consignment.Line> lines = new ArrayList<>();
    for (CameLine line : came) {
      int number = lines.size() + 1;
      Item item = known.get(line.item());
      problems.require(
          item != null && item.isStocked(),
          "lines." + number + ".item",
          line.item(),
          "a registered item that is kept in stock");
      if (item != null) {
        requireLot(item, line, "lines." + number, problems);
      }
      lines.add(
          new Consignment.Line(
              number,
              line.item(),
              item == null ? line.item().value() : item.name(),
              line.quantity(),
              line.unitPrice(),
              line.lot(),
              line.expiresOn(),
              Quantity.ZERO,
              Quantity.ZERO));
    }
    masters.items().requireOrderable(company, codes, Set.of(), TITLE);
    return lines;
  }

  /** What the receipt by which goods are taken over will ask for. */
  private static void requireLot(Item item, CameLine line, String field, Problems problems) {
    problems
        .require(
            item.tracking() == Item.Tracking.NONE || line.lot().isPresent(),
            field + ".lot",
            "",
            "the lot or serial number: item %s is tracked by it".formatted(item.code()))
        .require(
            item.tracking() != Item.Tracking.SERIAL || line.quantity().equals(Quantity.of(1)),
            field + ".quantity",
            line.quantity(),
            "1: each piece of item %s has a serial number of its own".formatted(item.code()))
        .require(
            item.expires() || line.expiresOn().isEmpty(),
            field + ".expiresOn",
            line.expiresOn().map(LocalDate::toString).orElse(""),
            "none: item %s does not expire, change the item first".formatted(item.code()));
  }

  /** Buys goods of it at the prices agreed: one order, received at once where they lie. */
  Versioned<Consignment> takeOver(
      Versioned<Consignment> before, List<Part> parts, Happened happened) {
    Consignment consignment = before.document();
    Map<Integer, Quantity> asked = consignment.asked(byLine(parts), Act.TAKE_OVER);
    LocalDate day = day(before, happened);
    consignment.requireReceivedBy(day);
    List<NewPurchaseOrder.Line> lines = new ArrayList<>();
    List<BuyConsigned.Lot> lots = new ArrayList<>();
    asked.forEach(
        (number, quantity) -> {
          Consignment.Line line = consignment.line(number).orElseThrow();
          lines.add(new NewPurchaseOrder.Line(line.item(), quantity, line.unitPrice()));
          lots.add(new BuyConsigned.Lot(line.lot(), line.expiresOn()));
        });
    NewPurchaseOrder order =
        new NewPurchaseOrder(
            consignment.supplier().code(),
            Optional.of(day),
            Optional.of(new Demand("consignment", consignment.number().value())),
            lines,
            Optional.of(new AskedCurrency(consignment.priceCurrency(), Optional.empty())));
    BuyConsigned.Bought bought =
        goods.buy(before.company(), order, consignment.location(), lots, happened);
    return consignments.change(
        before,
        consignment.takenOver(asked, day, bought.order(), bought.receipt()),
        happened.occurredAt(),
        ConsignmentChanged::new);
  }

  /** Makes goods the supplier's again that were taken over by that receipt: it goes back whole. */
  Versioned<Consignment> giveBack(
      Versioned<Consignment> before, String receipt, Happened happened) {
    Consignment consignment = before.document();
    List<Consignment.TakeOver> taken = consignment.takenBy(receipt);
    List<BuyConsigned.Part> parts =
        taken.stream()
            .map(
                of ->
                    new BuyConsigned.Part(
                        of.quantity(),
                        consignment.line(of.consignmentLine()).flatMap(Consignment.Line::lot)))
            .toList();
    BuyConsigned.Bought bought = new BuyConsigned.Bought(taken.get(0).order(), receipt);
    Consignment after = consignment.givenBack(receipt, day(before, happened));
    goods.sendBack(before.company(), bought, parts, happened);
    return consignments.change(before, after, happened.occurredAt(), ConsignmentChanged::new);
  }

  /** The supplier takes goods home that are his. */
  Versioned<Consignment> sendHome(
      Versioned<Consignment> before, List<Part> parts, String reason, Happened happened) {
    Consignment consignment = before.document();
    Map<Integer, Quantity> asked = consignment.asked(byLine(parts), Act.RETURN);
    return consignments.change(
        before,
        consignment.returned(asked, reason, day(before, happened)),
        happened.occurredAt(),
        ConsignmentChanged::new);
  }

  Versioned<Consignment> cancel(Versioned<Consignment> before, String reason, Happened happened) {
    return consignments.change(
        before,
        before.document().cancelled(reason, day(before, happened)),
        happened.occurredAt(),
        ConsignmentChanged::new);
  }

  private LocalDate day(Versioned<Consignment> of, Happened happened) {
    return masters.companies().dayOf(of.company(), happened.occurredAt());
  }

  private static Map<Integer, Quantity> byLine(List<Part> parts) {
    Map<Integer, Quantity> byLine = new TreeMap<>();
    parts.forEach(part -> byLine.merge(part.line(), part.quantity(), Quantity::plus));
    return byLine;
  }
}
