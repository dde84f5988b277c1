package org.millrace.document.together;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.millrace.database.Together;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumbers;
import org.millrace.shared.CompanyCode;

/**
 * Numbers taken in blocks; what is left over goes back. There is one block at a time, so that what
 * goes back is the last of its series whether or not each year counts apart.
 */
final class NumberBlocks implements Together.Part {
  private final DocumentKind<?> kind;
  private final DocumentNumbers numbers;
  private final int expected;
  private @Nullable Block block;
  private int usedBefore;

  private static final class Block {
    private final CompanyCode company;
    private final LocalDate day;
    private final List<String> numbers;
    private int used;

    private Block(CompanyCode company, LocalDate day, List<String> numbers) {
      this.company = company;
      this.day = day;
      this.numbers = numbers;
    }

    private boolean hasFor(CompanyCode wanted, LocalDate on) {
      return used < numbers.size() && company.equals(wanted) && day.getYear() == on.getYear();
    }
  }

  NumberBlocks(DocumentKind<?> kind, DocumentNumbers numbers, int expected) {
    this.kind = kind;
    this.numbers = numbers;
    this.expected = expected;
  }

  String next(CompanyCode company, LocalDate day) {
    Block current = block;
    if (current == null || !current.hasFor(company, day)) {
      finish();
      usedBefore += current == null ? 0 : current.used;
      int size = Math.max(1, expected - usedBefore);
      current = new Block(company, day, numbers.take(company, kind, day, size));
      block = current;
    }
    return current.numbers.get(current.used++);
  }

  @Override
  public Supplier<Boolean> mark() {
    Block before = block;
    int used = before == null ? 0 : before.used;
    return () -> {
      if (block != before) {
        return false;
      }
      if (before != null) {
        before.used = used;
      }
      return true;
    };
  }

  @Override
  public void finish() {
    Block rest = block;
    if (rest != null && rest.used < rest.numbers.size()) {
      numbers.giveBack(rest.company, kind, rest.day, rest.numbers.get(rest.used));
    }
  }
}
