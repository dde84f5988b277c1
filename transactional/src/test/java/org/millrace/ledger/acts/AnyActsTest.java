package org.millrace.ledger.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.millrace.TestingCore;

/**
 * Whatever is bought, received, billed, paid, carried, counted, made, sold, taken back, revalued
 * and reversed, on time or late, in two currencies, three warehouses and by every costing method:
 * the books balance, each control account equals the documents behind it, and what is reversed at
 * once leaves no trace. {@code -Dtest.jvm.flags="-Dacts=100000 -Dseed=57"} acts that often and
 * begins with that firm.
 */
class AnyActsTest {
  private static final int ACTS = Integer.getInteger("acts", 400);
  private static final int ACTS_OF_A_FIRM = 200;

  /** Of a run; fewer mean that the acts are refused and nothing is tried. One firm does 0.35. */
  private static final double LEAST_DONE = 0.3;

  private final TestingCore core = TestingCore.running();

  private static int asked;
  private static int done;

  @Property(tries = 1, shrinking = ShrinkingMode.OFF)
  void theBooksHoldWhateverIsDone(@ForAll long first) {
    for (long seed = Long.getLong("seed", first); asked < ACTS; seed++) {
      theBooksHoldAfter(seed);
    }
    assertThat(done).as(Firm.counts()).isGreaterThan((int) (asked * LEAST_DONE));
  }

  private void theBooksHoldAfter(long seed) {
    Random random = new Random(seed);
    String currency = random.nextBoolean() ? "EUR" : "CNY";
    ActingFirm firm = ActingFirm.open(core, currency, random);
    Books books = new Books(core, firm.company());
    for (int i = 0; i < ACTS_OF_A_FIRM; i++) {
      asked++;
      if (firm.act()) {
        done++;
      }
    }
    assertThat(books.wrong()).as("seed %d, acts %s", seed, firm.story()).isEmpty();
    for (Undone undone : Undone.values()) {
      undone.leavesNoTrace(firm, books, seed);
    }
    assertThat(books.wrong()).as("seed %d, after reversals", seed).isEmpty();
  }
}
