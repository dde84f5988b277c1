package org.millrace.stock.movement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Problems;
import org.millrace.shared.UnitPrice;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.MoveReason;
import org.millrace.stock.OpeningStock;
import org.millrace.stock.Stock;
import org.millrace.web.BusinessTime;

/** Counts goods in that were there when the books began. */
final class TakeOverStock implements OpeningStock {
  private final Stock stock;
  private final StockPagesJdbc pages;
  private final Companies companies;
  private final BusinessTime time;

  TakeOverStock(Stock stock, StockPagesJdbc pages, Companies companies, BusinessTime time) {
    this.stock = stock;
    this.pages = pages;
    this.companies = companies;
    this.time = time;
  }

  @Override
  public GoodsMoved take(CompanyCode company, List<GoodsMove.Line> goods, Optional<LocalDate> day) {
    Problems problems = new Problems();
    for (GoodsMove.Line line : goods) {
      problems.require(
          line.quantity().isPositive(), "quantity", line.quantity(), "more than 0, as it lay");
      line.unitCost().ifPresent(c -> UnitPrice.require(problems, "unitCost", c.amount()));
    }
    problems.refuse("The goods cannot be counted in");
    Instant moment = companies.named(company).happened(day, time.occurredAt(day, Optional.empty()));
    String word = MoveReason.OPENING.name().toLowerCase(Locale.ROOT);
    GoodsMove move =
        new GoodsMove(
            MoveReason.OPENING, new DocumentRef("stock", word, pages.nextPaper()), moment, goods);
    return stock.move(company, List.of(move)).get(0);
  }
}
