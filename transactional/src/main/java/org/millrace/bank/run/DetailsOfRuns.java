package org.millrace.bank.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.millrace.bank.booking.RunDetails;
import org.millrace.bank.match.BankLine;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.shared.CompanyCode;

/** The payments of released runs, for lines that name a run or are its sum and no other's. */
final class DetailsOfRuns implements RunDetails {
  private final Documents<PaymentRun> runs;

  DetailsOfRuns(Documents<PaymentRun> runs) {
    this.runs = runs;
  }

  @Override
  public UnaryOperator<BankLine> of(CompanyCode company) {
    List<PaymentRun> released =
        runs.having(company, Map.of("status", "released")).stream()
            .map(Versioned::document)
            .toList();
    return line ->
        line.details().isEmpty()
            ? run(released, line).map(run -> detailed(line, run)).orElse(line)
            : line;
  }

  private static Optional<PaymentRun> run(List<PaymentRun> released, BankLine line) {
    List<PaymentRun> same =
        released.stream().filter(run -> run.amount().negated().equals(line.amount())).toList();
    String told = line.remittance().text() + " " + line.remittance().reference().orElse("");
    return same.stream()
        .filter(run -> told.contains(run.number().value()))
        .findFirst()
        .or(() -> same.stream().findFirst().filter(unused -> same.size() == 1));
  }

  private static BankLine detailed(BankLine line, PaymentRun run) {
    return new BankLine(
        line.ref(),
        line.date(),
        line.amount(),
        line.remittance(),
        line.counterparty(),
        line.bankReference(),
        run.lines().stream().map(DetailsOfRuns::detail).toList());
  }

  private static BankLine.Detail detail(PaymentRun.Line line) {
    return new BankLine.Detail(
        line.amount().negated(),
        BankLine.Remittance.of(line.item().replaceFirst(".* ", "") + " \n " + line.called()),
        new BankLine.Counterparty(Optional.of(line.partyName()), line.creditorAccount()));
  }
}
