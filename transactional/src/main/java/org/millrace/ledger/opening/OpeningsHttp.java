package org.millrace.ledger.opening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.dimension.DimensionValues;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.document.reversal.Reversal;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Opening;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("ledger.read")
@RequestMapping("/api/companies/{company}/ledger/openings")
class OpeningsHttp extends DocumentEndpoints<Opening, DocumentNumber> {
  private final TakeOverBalances takeOver;
  private final BusinessTime time;

  OpeningsHttp(
      Documents<Opening> openings,
      DocumentHistory history,
      TakeOverBalances takeOver,
      BusinessTime time) {
    super(openings, history);
    this.takeOver = takeOver;
    this.time = time;
  }

  /**
   * What accounts had at the end of a day, which is usually the one before the first in these
   * books; debits and credits may differ.
   *
   * @param reference where the balances come from
   */
  record TakingOver(LocalDate date, Optional<String> reference, List<Balance> lines) {
    TakingOver {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The balance of an account: either a debit or a credit of more than 0.
   *
   * @param originalAmount what that is in another currency, more than 0 on either side
   */
  record Balance(
      AccountCode account,
      @Amount Optional<BigDecimal> debit,
      @Amount Optional<BigDecimal> credit,
      Optional<Currency> originalCurrency,
      @Amount(in = "originalCurrency") Optional<BigDecimal> originalAmount,
      Optional<DimensionValues> dimensions) {
    BigDecimal in() {
      return debit.orElse(BigDecimal.ZERO);
    }

    BigDecimal out() {
      return credit.orElse(BigDecimal.ZERO);
    }
  }

  @PostMapping
  @RequiresPermission("ledger.open")
  ResponseEntity<DocumentAnswer<Opening>> takeOver(
      @PathVariable CompanyCode company, @RequestBody TakingOver asked) {
    return created(takeOver.take(company, asked, time.occurredAt(Optional.empty())));
  }

  /** Takes it back, on its own day where no other is named. */
  @PostMapping("/{number}/reverse")
  @RequiresPermission("ledger.open")
  ResponseEntity<DocumentAnswer<Opening>> reverse(
      Versioned<Opening> opening, @RequestBody Reversal asked) {
    return ok(takeOver.reverse(opening, asked, time.occurredAt(Optional.empty())));
  }
}
