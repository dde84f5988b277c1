package org.millrace.bank.booking;

import java.util.ArrayList;
import java.util.List;
import org.millrace.bank.BankStatement;
import org.millrace.bank.LineStatus;
import org.millrace.bank.match.BankLine;

/** Lines of statements as the matching knows them. */
final class BankLines {
  private BankLines() {}

  /** Those that are not booked, with the payments inside them. */
  static List<BankLine> open(BankStatement statement) {
    List<BankLine> lines = new ArrayList<>();
    for (BankStatement.Line line : statement.lines()) {
      if (line.isWhole() && line.status() == LineStatus.OPEN) {
        lines.add(line(statement, line));
      }
    }
    return lines;
  }

  private static BankLine line(BankStatement statement, BankStatement.Line line) {
    List<BankLine.Detail> details =
        statement.lines().stream()
            .filter(each -> each.detailOf().filter(of -> of == line.line()).isPresent())
            .map(each -> new BankLine.Detail(each.amount(), remittance(each), counterparty(each)))
            .toList();
    return new BankLine(
        new LineRef(statement.number(), line.line()).toString(),
        line.date(),
        line.amount(),
        remittance(line),
        counterparty(line),
        line.bankReference(),
        details);
  }

  private static BankLine.Remittance remittance(BankStatement.Line line) {
    return new BankLine.Remittance(line.text(), line.reference(), line.reversal());
  }

  private static BankLine.Counterparty counterparty(BankStatement.Line line) {
    return new BankLine.Counterparty(line.counterpartyName(), line.counterpartyIban());
  }
}
