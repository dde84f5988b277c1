package org.millrace.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.TestingCore;
import org.millrace.database.Transactions;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

class StockBatchTest {
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<ItemCode> ITEMS = List.of(new ItemCode("A"), new ItemCode("B"));

  private final TestingCore core = TestingCore.running();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void givesTheSameStockHoweverTheMovesAreSplit(long seed) {
    List<GoodsMove> moves = moves(new Random(seed), 40);
    CompanyCode together = company();
    CompanyCode apart = company();
    move(together, moves);
    Random cuts = new Random(seed + 100);
    for (int from = 0; from < moves.size(); ) {
      int to = Math.min(moves.size(), from + 1 + cuts.nextInt(7));
      move(apart, moves.subList(from, to));
      from = to;
    }
    assertThat(balances(apart)).isEqualTo(balances(together));
    assertThat(sumOfMovements(apart)).isEqualTo(kept(apart));
    assertThat(sumOfMovements(together)).isEqualTo(kept(together));
  }

  @Test
  void keepsTheStockTheSumOfItsMovementsWhenPapersArriveLate() {
    CompanyCode inOrder = company();
    CompanyCode shuffled = company();
    List<GoodsMove> moves = moves(new Random(7), 30);
    move(inOrder, moves);
    List<GoodsMove> late = new ArrayList<>(moves);
    java.util.Collections.shuffle(late, new Random(8));
    late.forEach(m -> move(shuffled, List.of(m)));
    assertThat(balances(shuffled)).isEqualTo(balances(inOrder));
    assertThat(sumOfMovements(shuffled)).isEqualTo(kept(shuffled));
  }

  private static List<GoodsMove> moves(Random random, int count) {
    List<GoodsMove> moves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean in = random.nextInt(5) < 3;
      Quantity quantity = Quantity.of(1 + random.nextInt(20));
      Optional<Money> cost =
          Optional.of(Money.of(BigDecimal.valueOf(random.nextInt(3_000), 2), GBP));
      GoodsMove.Line line =
          new GoodsMove.Line(
              ITEMS.get(random.nextInt(2)),
              LocationCode.MAIN,
              in ? quantity : quantity.negated(),
              in ? cost : Optional.empty());
      MoveReason reason = in ? MoveReason.RECEIPT : MoveReason.ISSUE;
      DocumentRef document = new DocumentRef("stock", "test", "T-" + i);
      Instant when = START.plus(Duration.ofMinutes(i));
      moves.add(new GoodsMove(reason, document, when, List.of(line)));
    }
    return moves;
  }

  private CompanyCode company() {
    CompanyCode company = core.newCompany("GBP", "true");
    List<Item> items = ITEMS.stream().map(code -> Item.stocked(code, "Item " + code)).toList();
    core.bean(Transactions.class)
        .inOne(
            () -> {
              core.bean(Items.class).register(company, items, START);
              return company;
            });
    return company;
  }

  private void move(CompanyCode company, List<GoodsMove> moves) {
    core.bean(Transactions.class).inOne(() -> core.bean(Stock.class).move(company, moves));
  }

  private List<Balance> balances(CompanyCode company) {
    return core.bean(Stock.class).balances(company, ITEMS);
  }

  private List<String> kept(CompanyCode company) {
    return texts("select item, on_hand, value_amount from stock.valuation", "", company);
  }

  private List<String> sumOfMovements(CompanyCode company) {
    return texts(
        "select item, sum(quantity) as on_hand, sum(value_amount) as value_amount"
            + " from stock.movement",
        " group by item",
        company);
  }

  private List<String> texts(String select, String group, CompanyCode company) {
    return core.jdbc()
        .sql(select + " where company = ?" + group + " order by item")
        .param(company.value())
        .query(
            (row, n) ->
                row.getString("item")
                    + " "
                    + row.getBigDecimal("on_hand").stripTrailingZeros().toPlainString()
                    + " "
                    + row.getBigDecimal("value_amount").stripTrailingZeros().toPlainString())
        .list();
  }
}
