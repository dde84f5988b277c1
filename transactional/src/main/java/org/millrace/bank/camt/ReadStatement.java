package org.millrace.bank.camt;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.bank.camt.CamtStatement.Balance;
import org.millrace.bank.camt.CamtStatement.Entry;
import org.millrace.bank.camt.CamtStatement.Marks;
import org.millrace.bank.camt.CamtStatement.Transaction;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/** What the elements of a statement say, in the words of all versions. */
final class ReadStatement {
  private static final Map<String, String> KINDS =
      Map.of("Stmt", "statement", "Rpt", "report", "Ntfctn", "notification");
  private static final Pattern NUMBER =
      Pattern.compile("\\+?\\d{1,18}(\\.\\d{1,17})?|\\.\\d{1,17}");
  private static final int DAY = 10;

  private final String file;
  private final String message;

  ReadStatement(String file, String message) {
    this.file = file;
    this.message = message;
  }

  CamtStatement of(Element statement) {
    return new CamtStatement(
        message,
        KINDS.getOrDefault(statement.name(), "statement"),
        statement.textAt("Id").orElseThrow(() -> missing(statement, "Id")),
        statement.textAt("Acct/Id/IBAN", "Acct/Id/Othr/Id", "Acct/Id/BBAN", "Acct/Id/PrtryAcct/Id"),
        statement.textAt("Acct/Ccy"),
        day(statement, "FrToDt/ToDtTm", "FrToDt/ToDt").or(() -> day(statement, "CreDtTm")),
        statement.all("Bal").map(this::balance).toList(),
        statement.all("Ntry").map(this::entry).toList());
  }

  private Balance balance(Element balance) {
    Element amount = balance.first("Amt").orElseThrow(() -> missing(balance, "Amt"));
    return new Balance(
        balance.textAt("Tp/CdOrPrtry/Cd", "Tp/Cd", "Tp/CdOrPrtry/Prtry").orElse(""),
        signed(amount, balance),
        amount.currency(),
        day(balance, "Dt/Dt", "Dt/DtTm"));
  }

  private Entry entry(Element entry) {
    Element amount = entry.first("Amt").orElseThrow(() -> missing(entry, "Amt"));
    BigDecimal signed = signed(amount, entry);
    boolean isIn = signed.signum() >= 0 && !"DBIT".equals(direction(entry).orElse(""));
    List<Transaction> details =
        Stream.concat(entry.all("NtryDtls/TxDtls"), entry.all("TxDtls"))
            .map(each -> transaction(each, entry, isIn))
            .toList();
    Optional<Transaction> only =
        details.size() == 1 ? Optional.of(details.get(0)) : Optional.empty();
    String more = entry.textAt("AddtlNtryInf").orElse("");
    Transaction told =
        new Transaction(
            Optional.of(signed),
            amount.currency(),
            only.map(Transaction::text).filter(text -> !text.isEmpty()).orElse(more),
            only.flatMap(Transaction::name),
            only.flatMap(Transaction::iban),
            only.flatMap(Transaction::reference));
    String status = entry.textAt("Sts/Cd", "Sts").orElse("BOOK");
    String reversal = entry.textAt("RvslInd").orElse("");
    return new Entry(
        day(entry, "BookgDt/Dt", "BookgDt/DtTm"),
        day(entry, "ValDt/Dt", "ValDt/DtTm"),
        signed,
        amount.currency(),
        new Marks(reversal.equals("true") || reversal.equals("1"), !status.equals("BOOK")),
        told,
        entry.textAt("AcctSvcrRef", "NtryRef"),
        details);
  }

  private Transaction transaction(Element details, Element entry, boolean isIn) {
    Optional<Element> amount = details.first("Amt").or(() -> details.first("AmtDtls/TxAmt/Amt"));
    boolean hasOwn = direction(details).isPresent();
    String other = isIn ? "Dbtr" : "Cdtr";
    return new Transaction(
        amount.map(each -> signed(each, hasOwn ? details : entry)),
        amount.flatMap(Element::currency),
        text(details),
        details.textAt(
            "RltdPties/" + other + "/Nm",
            "RltdPties/" + other + "/Pty/Nm",
            "RltdPties/Ultmt" + other + "/Nm",
            "RltdPties/Ultmt" + other + "/Pty/Nm",
            "RltdPties/" + other + "/Agt/FinInstnId/Nm"),
        details.textAt(
            "RltdPties/" + other + "Acct/Id/IBAN", "RltdPties/" + other + "Acct/Id/Othr/Id"),
        reference(details));
  }

  /** What was written freely, and the numbers of documents that were named. */
  private static String text(Element details) {
    String text =
        Stream.of("RmtInf/Ustrd", "RmtInf/Strd/RfrdDocInf/Nb", "RmtInf/Strd/AddtlRmtInf")
            .flatMap(details::all)
            .map(Element::text)
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(" "));
    return text.isEmpty() ? details.textAt("AddtlTxInf").orElse("") : text;
  }

  private static Optional<String> reference(Element details) {
    return details
        .textAt("RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef", "Refs/EndToEndId")
        .filter(each -> !each.equalsIgnoreCase("NOTPROVIDED"));
  }

  private static Optional<String> direction(Element element) {
    return element.textAt("CdtDbtInd");
  }

  private BigDecimal signed(Element amount, Element of) {
    String text = amount.text();
    if (!NUMBER.matcher(text).matches()) {
      throw wrong(amount, text, "an amount such as 1234.56");
    }
    BigDecimal value = new BigDecimal(text);
    String direction = direction(of).orElse("CRDT");
    if (!direction.equals("CRDT") && !direction.equals("DBIT")) {
      throw wrong(of, direction, "CRDT or DBIT as CdtDbtInd");
    }
    return direction.equals("DBIT") ? value.negate() : value;
  }

  private Optional<LocalDate> day(Element element, String... paths) {
    Optional<String> text = element.textAt(paths);
    try {
      return text.map(each -> LocalDate.parse(each.substring(0, Math.min(DAY, each.length()))));
    } catch (DateTimeException e) {
      throw wrong(element, text.orElse(""), "a day such as 2026-03-05");
    }
  }

  private Refused missing(Element element, String inside) {
    return wrong(element, "", inside + " inside");
  }

  private Refused wrong(Element element, String value, String expected) {
    return Refused.invalid(
        file + " cannot be read",
        List.of(new Problem("line " + element.line() + ", " + element.name(), value, expected)));
  }
}
